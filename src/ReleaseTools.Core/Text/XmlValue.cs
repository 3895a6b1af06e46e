namespace ReleaseTools.Text;

/// <summary>The text of an XML element or attribute that knows where it stands in its file.</summary>
/// <param name="Start">Offset of its first character, without the blanks, quotes and marks around it.</param>
/// <param name="Length">Characters as written, entities not resolved.</param>
/// <param name="Text">What it says.</param>
/// <param name="Other">What is in its place where it is no text: elements, or several texts; null where it is one.</param>
internal sealed record XmlValue(int Start, int Length, string Text, string? Other = null);
