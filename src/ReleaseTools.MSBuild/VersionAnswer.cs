using System.Collections.Immutable;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Text;

namespace ReleaseTools.MSBuild;

/// <summary>What a build is told of its version: properties, and remarks for people. It can be written down in lines and read again.</summary>
internal sealed record VersionAnswer(ImmutableArray<VersionProperty> Properties, ImmutableArray<string> Remarks)
{
    private const char Remark = '#';

    public static VersionAnswer Of(FoundVersion version) =>
        new([.. VersionProperties.Of(version)], [.. version.Remarks.Select(remark => $"{remark.Code}: {HarmlessText.From(remark.Message)}")]);

    public static VersionAnswer Parse(string[] lines)
    {
        var properties = ImmutableArray.CreateBuilder<VersionProperty>(lines.Length);
        var remarks = ImmutableArray.CreateBuilder<string>();

        foreach (var line in lines)
        {
            if (line is [Remark, ..])
            {
                remarks.Add(line[1..]);
            }
            else if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign)
            {
                properties.Add(new(line[..sign], line[(sign + 1)..]));
            }
        }

        return new(properties.ToImmutable(), remarks.ToImmutable());
    }

    public string[] ToLines() => [.. Properties.Select(property => $"{property.Name}={property.Value}"), .. Remarks.Select(remark => Remark + remark)];
}
