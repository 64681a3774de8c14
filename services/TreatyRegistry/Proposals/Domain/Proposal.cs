namespace CaseCoordination.TreatyRegistry.Proposals.Domain;

/// <summary>A change that one registrar proposed and another decides on.</summary>
public sealed record Proposal<TChange>(
    Guid Id,
    TChange Change,
    DateOnly EffectiveFrom,
    DateTimeOffset EffectiveAt,
    string Reason,
    string ProposedBy,
    DateTimeOffset ProposedAt
)
{
    public ProposalStage Stage { get; init; }
    public string? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was rejected, or the coded reason why it lapsed.</summary>
    public string? Outcome { get; init; }
}

/// <summary>The life of a proposal.</summary>
public enum ProposalStage
{
    Open,

    /// <summary>Approved, and waiting for its effective date.</summary>
    Approved,
    InForce,
    Rejected,

    /// <summary>Approved, but no longer possible when its day came.</summary>
    Lapsed,
}

/// <summary>Who is behind a change of the register, and on what ground.</summary>
/// <param name="By">Who proposed it, or <see cref="Deployment"/>.</param>
/// <param name="ApprovedBy">The second pair of eyes; absent where a deployment's files say so.</param>
/// <param name="ProposalId">The proposal, if there was one.</param>
/// <param name="FileHash">Hash of what the deployment's file says, if a file says so.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ChangeSource(string By, string? ApprovedBy, Guid? ProposalId, string? FileHash, DateTimeOffset At)
{
    /// <summary>The actor for what the files of the deployment say.</summary>
    public const string Deployment = "deployment";

    public static ChangeSource File(string hash, DateTimeOffset at) => new(Deployment, null, null, hash, at);

    public static ChangeSource Of<TChange>(Proposal<TChange> proposal, string? approvedBy, DateTimeOffset at) =>
        new(proposal.ProposedBy, approvedBy, proposal.Id, null, at);
}
