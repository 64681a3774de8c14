namespace CaseCoordination.DataSharing.Packages;

/// <summary>What an operator may set; section <c>Packages</c>.</summary>
public sealed record PackageSettings
{
    /// <summary>Folder of the contents, one folder in it for each authority; all replicas share it.</summary>
    public string Vault { get; init; } = "packages";
    public long MaxItemBytes { get; init; } = 20L * 1024 * 1024 * 1024;

    /// <summary>When a second person has to approve a release.</summary>
    public ApprovalRule Approval { get; init; } = ApprovalRule.Sensitive;

    /// <summary>How long a recipient may fetch the contents of a release.</summary>
    public TimeSpan RetrieveWithin { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long an upload may rest unfinished, and a content may belong to no package, before it is deleted.</summary>
    public TimeSpan SweepAfter { get; init; } = TimeSpan.FromDays(7);
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often the recipient's side looks for contents to fetch.</summary>
    public TimeSpan FetchEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many contents one replica fetches at a time.</summary>
    public int FetchAtOnce { get; init; } = 4;

    /// <summary>A fetch that has not said for this long that it is alive may be taken over by another replica.</summary>
    public TimeSpan FetchLease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A transfer in which nothing arrives for this long is broken off and resumed.</summary>
    public TimeSpan StallAfter { get; init; } = TimeSpan.FromSeconds(30);
    public TimeSpan RetryAtMost { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a content that is not what the manifest says is fetched before it is given up.</summary>
    public int CorruptTries { get; init; } = 3;

    /// <summary>Base addresses of other authorities' nodes by authority code; <c>Default</c> for all others, absent for this node.</summary>
    public IReadOnlyDictionary<string, Uri> Nodes { get; init; } = new Dictionary<string, Uri>(StringComparer.Ordinal);
}

/// <summary>When a second person has to approve a release.</summary>
public enum ApprovalRule
{
    /// <summary>For H1 or higher, TLP:RED, TLP:AMBER+STRICT, or personal data.</summary>
    Sensitive,
    PersonalData,
    Always,
    Never,
}
