namespace ReleaseTools.Adapters.Ci;

/// <summary>How a file for a CI host holds variables, one behind the other, of which the last of a name wins.</summary>
/// <param name="Entry">A variable as it stands there; ends with a line feed.</param>
/// <param name="Says">Whether a text of such a file gives the variable that value.</param>
internal sealed record CiFileFormat(Func<CiVariable, string> Entry, Func<string, CiVariable, bool> Says)
{
    /// <summary>A variable to a line: its name, an equals sign and its value.</summary>
    /// <param name="write">The value as it stands there.</param>
    public static CiFileFormat Lines(Func<string, string> write) => new(
        variable => $"{variable.Name}={write(variable.Value)}\n",
        (text, variable) => text.Split('\n').LastOrDefault(line => line.StartsWith($"{variable.Name}=", StringComparison.Ordinal)) == $"{variable.Name}={write(variable.Value)}");

    /// <summary>The entries that a file lacks.</summary>
    public string Missing(string text, IEnumerable<CiVariable> variables) => string.Concat(variables.Where(variable => !Says(text, variable)).Select(Entry));
}
