using System.Buffers;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Ci;

/// <summary>
/// Variables a line each, for hosts that read such a file without quotes and escapes. Some scripts source it as well, so nothing is written
/// that a shell would take for anything but itself.
/// </summary>
internal static class DotenvFile
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.,:/@%+=-");

    public static CiPlan Plan(string host, string file, CiReport report) => new(
        report.Variables.Any(IsPlain) ? [new CiStep.Append(file, CiFileFormat.Lines(value => value), [.. report.Variables.Where(IsPlain)])] : [],
        [.. report.Variables.Where(variable => !IsPlain(variable)).Select(variable => CiDiagnostics.CannotCarry(variable.Name, host))]);

    private static bool IsPlain(CiVariable variable) => !variable.Value.AsSpan().ContainsAnyExcept(Plain);
}
