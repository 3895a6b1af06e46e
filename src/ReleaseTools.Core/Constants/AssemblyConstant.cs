namespace ReleaseTools.Constants;

/// <summary>A field of <c>ThisAssembly</c>.</summary>
/// <param name="Name">An identifier; in which language, nobody asks.</param>
/// <param name="Value">A string, a truth value, a whole number (<see cref="long"/>), or a point in time in UTC (<see cref="DateTime"/>).</param>
internal sealed record AssemblyConstant(string Name, object Value);
