namespace ReleaseTools.Images;

/// <summary>A piece of a tag's template: text, or a placeholder.</summary>
/// <param name="Text">As it stands there; empty for a placeholder.</param>
/// <param name="Placeholder">Null for text.</param>
/// <param name="Digits">How much of the commit is taken.</param>
internal sealed record ImageTagPart(string Text, ImagePlaceholder? Placeholder = null, int Digits = int.MaxValue)
{
    /// <summary>Null where the build has no such thing.</summary>
    public string? Render(ImageFacts facts) => Placeholder is null ? Text
        : Placeholder.Value(facts) is { } value ? value[..Math.Min(value.Length, Digits)]
        : null;
}
