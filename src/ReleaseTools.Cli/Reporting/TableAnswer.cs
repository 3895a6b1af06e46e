using ReleaseTools.Text;
using Spectre.Console;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints rows as a table. Only this file knows the table library, so that commands that print none never load it.</summary>
internal static class TableAnswer
{
    public static void Write(TextWriter output, string[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };

        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Spectre.Console.Text(heading)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Spectre.Console.Text(HarmlessText.From(cell))));
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table);
    }
}
