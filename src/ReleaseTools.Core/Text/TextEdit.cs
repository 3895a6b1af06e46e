namespace ReleaseTools.Text;

/// <summary>A splice: the characters from <paramref name="Start"/> on, <paramref name="Length"/> of them, become <paramref name="NewText"/>.</summary>
/// <param name="Start">Offset in UTF-16 units, the byte order mark not counted.</param>
/// <param name="Length">UTF-16 units replaced; 0 inserts.</param>
/// <param name="NewText">Written as it is: whoever makes the edit has escaped it for the language it lands in.</param>
internal readonly record struct TextEdit(int Start, int Length, string NewText);
