namespace ReleaseTools.Versioning;

/// <summary>Whose version a chart's own is.</summary>
internal enum ChartVersioning
{
    /// <summary>The application's.</summary>
    Lockstep,

    /// <summary>Its own, which people raise.</summary>
    Independent,
}
