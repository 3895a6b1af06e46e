using System.Text.RegularExpressions;

namespace ReleaseTools.Adapters.Ci;

/// <summary>A variable for the steps that follow in a CI job.</summary>
internal sealed partial record CiVariable
{
    /// <exception cref="ArgumentException">No shell could read a variable of that name.</exception>
    public CiVariable(string name, string value)
    {
        Name = Names.IsMatch(name) ? name : throw new ArgumentException($"'{name}' is no name of a variable", nameof(name));
        Value = value;
    }

    public string Name { get; }

    public string Value { get; }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Names { get; }
}
