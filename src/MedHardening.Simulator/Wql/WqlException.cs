using System;

namespace MedHardening.Simulator.Wql;

/// <summary>The query is not valid; WMI says no more than this.</summary>
internal sealed class WqlException(string message) : Exception(message);
