using System;
using System.Collections.Generic;

namespace MedHardening.Services;

/// <summary>A fleet, compared with one baseline.</summary>
/// <param name="Reference">The file of the baseline.</param>
/// <param name="Compared">How many computers were compared, those without a difference too.</param>
/// <param name="NotCompared">What was not compared, each with its reason, in words: computers that did not answer, sections that were not read.</param>
public sealed record ServiceComparison(
    string Reference, DateTime? TakenOn, int Compared, IReadOnlyList<ServiceDifference> Differences, IReadOnlyList<string> NotCompared);
