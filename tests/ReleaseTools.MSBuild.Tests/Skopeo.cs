using System.Text;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The real skopeo, which reads images as the rest of the world does.</summary>
internal static class Skopeo
{
    /// <summary>Leaves the test undecided on a machine that has no skopeo.</summary>
    public static void Require()
    {
        if (ProgramRun.Find("skopeo") is null)
        {
            Assert.Inconclusive("skopeo is not installed here; 'apt-get install skopeo' brings it.");
        }
    }

    /// <summary>A registry that skopeo can read; leaves the test undecided on a machine that lacks either.</summary>
    public static LocalRegistry Registry(bool asksWho = false)
    {
        Require();

        if (!LocalRegistry.IsAvailable)
        {
            Assert.Inconclusive("No registry is installed here; 'apt-get install docker-registry' brings one.");
        }

        return new LocalRegistry(asksWho);
    }

    /// <summary>The manifest or index behind a reference, as it is stored.</summary>
    public static byte[] Raw(string reference) => Encoding.UTF8.GetBytes(Run("inspect", "--tls-verify=false", "--raw", reference));

    public static string Run(params string[] arguments) =>
        ProgramRun.Run(Environment.CurrentDirectory, CleanEnvironment.Variables, "skopeo", arguments).Expect().Output;
}
