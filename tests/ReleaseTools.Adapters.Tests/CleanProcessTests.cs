using ReleaseTools.Adapters.Ci;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class CleanProcessTests
{
    [TestMethod]
    public void What_runs_in_this_process_gets_what_programs_under_test_get()
    {
        foreach (var (name, value) in CleanEnvironment.Variables)
        {
            Assert.AreEqual(value, Environment.GetEnvironmentVariable(name), name);
        }
    }

    [TestMethod]
    public void A_test_knows_nothing_of_this_machines_git_or_of_ci()
    {
        using var repository = new TempRepository();

        Assert.AreEqual("", new GitProcess(repository.Path).Output("config", "--global", "--list"));
        Assert.AreEqual("", new GitProcess(repository.Path).Ask("config", "--get-regexp", @"^core\.hookspath").Output);
        Assert.IsNull(CiHosts.Listen(Environment.GetEnvironmentVariable));
    }
}
