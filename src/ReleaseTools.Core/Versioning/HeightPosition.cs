namespace ReleaseTools.Versioning;

/// <summary>Where the version height stands in a version: the first place that the written version leaves free.</summary>
internal enum HeightPosition
{
    /// <summary>Third number: <c>1.2</c> becomes <c>1.2.H</c>.</summary>
    Build,

    /// <summary>Fourth number: <c>1.2.3</c> becomes <c>1.2.3.H</c>.</summary>
    Revision,

    /// <summary>In the prerelease, at <c>{height}</c>.</summary>
    Prerelease,

    /// <summary>Nowhere: four numbers are written and no placeholder.</summary>
    None,
}
