using ReleaseTools.Adapters.Ci;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class CiHostsTests
{
    private const string Commit = "77729c063a83c6e2ff177013f9af7b10bc6c2de3";

    [TestMethod]
    [DataRow("GITHUB_ACTIONS=true GITHUB_REF=refs/heads/main GITHUB_SHA=C", "GitHub Actions", "refs/heads/main", false)]
    [DataRow("GITHUB_ACTIONS=true GITHUB_REF=refs/tags/v1.2.3 GITHUB_SHA=C", "GitHub Actions", "refs/tags/v1.2.3", false)]
    [DataRow("GITHUB_ACTIONS=true GITHUB_REF=refs/pull/7/merge GITHUB_SHA=C GITHUB_EVENT_NAME=pull_request", "GitHub Actions", "refs/pull/7/merge", true)]
    [DataRow("GITHUB_ACTIONS=true GITHUB_REF=refs/heads/main GITHUB_SHA=C GITHUB_EVENT_NAME=pull_request_target", "GitHub Actions", "refs/heads/main", true)]
    [DataRow("SYSTEM_TEAMPROJECTID=1 BUILD_SOURCEBRANCH=refs/heads/main BUILD_SOURCEVERSION=C", "Azure Pipelines", "refs/heads/main", false)]
    [DataRow("SYSTEM_TEAMPROJECTID=1 BUILD_SOURCEBRANCH=refs/pull/7/merge BUILD_SOURCEVERSION=C BUILD_REASON=PullRequest", "Azure Pipelines", "refs/pull/7/merge", true)]
    [DataRow("GITLAB_CI=true CI_COMMIT_BRANCH=main CI_COMMIT_SHA=C", "GitLab", "refs/heads/main", false)]
    [DataRow("GITLAB_CI=true CI_COMMIT_TAG=v1.2.3 CI_COMMIT_SHA=C", "GitLab", "refs/tags/v1.2.3", false)]
    [DataRow("GITLAB_CI=true CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_REF_PATH=refs/merge-requests/7/head CI_COMMIT_SHA=C", "GitLab", "refs/merge-requests/7/head", true)]
    [DataRow("TEAMCITY_VERSION=2026 BUILD_GIT_BRANCH=main BUILD_VCS_NUMBER=C", "TeamCity", "refs/heads/main", false)]
    [DataRow("JENKINS_URL=u GIT_BRANCH=origin/main GIT_COMMIT=C", "Jenkins", "refs/heads/main", false)]
    [DataRow("JENKINS_URL=u GIT_BRANCH=PR-7 CHANGE_ID=7 GIT_COMMIT=C", "Jenkins", "refs/heads/PR-7", true)]
    [DataRow("JENKINS_URL=u TAG_NAME=v1 GIT_BRANCH=v1 GIT_COMMIT=C", "Jenkins", "refs/tags/v1", false)]
    [DataRow("BITBUCKET_COMMIT=C BITBUCKET_BRANCH=main", "Bitbucket", "refs/heads/main", false)]
    [DataRow("BITBUCKET_COMMIT=C BITBUCKET_BRANCH=topic BITBUCKET_PR_ID=7", "Bitbucket", "refs/heads/topic", true)]
    [DataRow("APPVEYOR=True APPVEYOR_REPO_BRANCH=main APPVEYOR_REPO_COMMIT=C", "AppVeyor", "refs/heads/main", false)]
    [DataRow("APPVEYOR=True APPVEYOR_REPO_TAG_NAME=v1 APPVEYOR_REPO_BRANCH=v1 APPVEYOR_REPO_COMMIT=C", "AppVeyor", "refs/tags/v1", false)]
    public void Each_host_says_ref_commit_and_whether_it_is_a_proposal(string variables, string host, string reference, bool isPullRequest)
    {
        var word = CiHosts.Listen(Parse(variables).GetValueOrDefault)!;

        Assert.AreEqual(new(host, reference, Commit, isPullRequest), word with { WholeHistory = null, PullRequest = null, DefaultBranch = null });
        Assert.IsNotNull(word.WholeHistory, "and how it is made to check out all of the history");
    }

    [TestMethod]
    [DataRow("GITHUB_ACTIONS=true GITHUB_REF=refs/pull/7/merge", "7")]
    [DataRow("SYSTEM_TEAMPROJECTID=1 BUILD_SOURCEBRANCH=refs/pull/7/merge SYSTEM_PULLREQUEST_PULLREQUESTID=9000", "7")]
    [DataRow("SYSTEM_TEAMPROJECTID=1 BUILD_REASON=PullRequest SYSTEM_PULLREQUEST_PULLREQUESTID=7", "7")]
    [DataRow("GITLAB_CI=true CI_MERGE_REQUEST_IID=7", "7")]
    [DataRow("TEAMCITY_VERSION=2026 BUILD_GIT_BRANCH=refs/pull/7/head", "7")]
    [DataRow("JENKINS_URL=u GIT_BRANCH=PR-7 CHANGE_ID=7", "7")]
    [DataRow("BITBUCKET_COMMIT=C BITBUCKET_PR_ID=7", "7")]
    [DataRow("APPVEYOR=True APPVEYOR_PULL_REQUEST_NUMBER=7", "7")]
    [DataRow("JENKINS_URL=u CHANGE_ID=7;x", null)]
    [DataRow("GITHUB_ACTIONS=true GITHUB_REF=refs/heads/pull/7", null)]
    [DataRow("GITLAB_CI=true CI_COMMIT_BRANCH=main", null)]
    public void Each_host_says_the_number_of_a_pull_request(string variables, string? number) =>
        Assert.AreEqual(number, CiHosts.Listen(Parse(variables).GetValueOrDefault)!.PullRequest);

    [TestMethod]
    [DataRow("GITLAB_CI=true CI_DEFAULT_BRANCH=trunk", "trunk")]
    [DataRow("JENKINS_URL=u GIT_BRANCH=origin/main BRANCH_IS_PRIMARY=true", "main")]
    [DataRow("JENKINS_URL=u GIT_BRANCH=origin/topic", null)]
    [DataRow("BITBUCKET_COMMIT=C BITBUCKET_BRANCH=main", null)]
    public void Some_hosts_say_which_branch_is_the_default(string variables, string? branch) =>
        Assert.AreEqual(branch, CiHosts.Listen(Parse(variables).GetValueOrDefault)!.DefaultBranch);

    [TestMethod]
    [DataRow("""{ "repository": { "default_branch": "trunk" }, "pull_request": { "number": 7 } }""", "trunk", "7")]
    [DataRow("""{ "repository": {} }""", null, null)]
    [DataRow("[]", null, null)]
    [DataRow("{ no json", null, null)]
    public void GitHub_says_more_in_a_file_than_in_variables(string text, string? branch, string? number)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("event.json"), text);

        var word = CiHosts.Listen(Parse($"GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request_target GITHUB_EVENT_PATH={folder.At("event.json")}").GetValueOrDefault)!;

        Assert.AreEqual((branch, number), (word.DefaultBranch, word.PullRequest));
    }

    [TestMethod]
    public void Outside_of_CI_nobody_speaks() => Assert.IsNull(CiHosts.Listen(Parse("PATH=/bin GITHUB_ACTIONS=").GetValueOrDefault));

    [TestMethod]
    public void Every_host_of_the_folder_is_asked() => CollectionAssert.AreEquivalent(
        typeof(ICiHost).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ICiHost))).ToArray(),
        CiHosts.All.Select(host => host.GetType()).ToArray());

    [TestMethod]
    public void CI_names_the_branch_of_a_detached_commit()
    {
        using var repository = Repository();
        repository.Git("checkout", "--quiet", "--detach");

        Assert.AreEqual("1.2.1\n", Version(repository, "refs/heads/main", repository.Head).Expect().Output);
        Assert.AreEqual($"1.2.1-g{repository.Head[..10]}\n", Version(repository, "refs/heads/topic", repository.Head).Expect().Output);
    }

    [TestMethod]
    public void Where_CI_speaks_of_another_commit_git_is_believed()
    {
        using var repository = Repository();
        repository.Git("switch", "--quiet", "--create", "topic");

        var run = Version(repository, "refs/heads/main", Commit).Expect();

        Assert.AreEqual($"1.2.1-g{repository.Head[..10]}\n", run.Output);
        StringAssert.StartsWith(run.Error, "dotnet-release : warning RT1011: GitHub Actions says that 'refs/heads/main' at 77729c0 is built, and ");
    }

    [TestMethod]
    public void A_pull_request_is_never_public()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2", "publicReleaseRefSpec": ["."] }""").Commit("feat: begin");

        Assert.AreEqual($"1.2.1-g{repository.Head[..10]}\n", Version(repository, "refs/pull/7/merge", repository.Head).Expect().Output);
    }

    [TestMethod]
    public void A_pull_requests_job_releases_nothing_whatever_it_checked_out()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2", "publicReleaseRefSpec": ["."] }""").Commit("feat: begin");

        Assert.AreEqual($"1.2.1-g{repository.Head[..10]}\n", Version(repository, "refs/pull/7/merge", Commit).Expect().Output);
        Assert.AreEqual($"1.2.1-g{repository.Head[..10]}\n", Version(repository, "refs/pull/7/merge", "").Expect().Output);
    }

    private static TempRepository Repository()
    {
        var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2", "publicReleaseRefSpec": ["^refs/heads/main$"] }""").Commit("feat: begin");
        return repository;
    }

    private static ProgramRun Version(TempRepository repository, string reference, string commit) => ReleaseCommand.RunInCi(
        repository.Path,
        new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_REF"] = reference, ["GITHUB_SHA"] = commit },
        "version", "--get", "SemVer2");

    private static Dictionary<string, string> Parse(string variables) =>
        variables.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1] == "C" ? Commit : pair[1]);
}
