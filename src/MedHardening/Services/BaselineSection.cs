namespace MedHardening.Services;

/// <summary>The parts of a service baseline; each can be left out.</summary>
public enum BaselineSection
{
    Services,
    Programs,
    Ports,
    Tasks,
    Autoruns,
    Features,
    Updates,
}
