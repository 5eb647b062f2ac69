namespace MedHardening.Baselines.Csv;

/// <summary>One cell with its place; line breaks inside quotes are part of the text.</summary>
internal readonly record struct CsvCell(string Text, Place Place);
