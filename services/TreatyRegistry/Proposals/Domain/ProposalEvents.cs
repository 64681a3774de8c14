namespace CaseCoordination.TreatyRegistry.Proposals.Domain;

/// <summary>A registrar proposed a change; each aggregate has an event of its own that says so.</summary>
public interface IChangeProposed<out TChange>
{
    Guid ProposalId { get; }
    TChange Change { get; }
    DateOnly EffectiveFrom { get; }

    /// <summary>The instant at which the effective date begins where it matters.</summary>
    DateTimeOffset EffectiveAt { get; }
    string Reason { get; }
    string By { get; }
    DateTimeOffset At { get; }
}

/// <summary>Another registrar approved it.</summary>
public interface IChangeApproved
{
    Guid ProposalId { get; }
    string By { get; }
    DateTimeOffset At { get; }
}

/// <summary>A registrar rejected it, or its proposer withdrew it.</summary>
public interface IChangeRejected
{
    Guid ProposalId { get; }
    string Reason { get; }
    string By { get; }
    DateTimeOffset At { get; }
}

/// <summary>Its day came, and the register no longer allows it.</summary>
public interface IChangeLapsed
{
    Guid ProposalId { get; }
    string Code { get; }
    DateTimeOffset At { get; }
}

/// <summary>The register changed, perhaps because of a proposal.</summary>
public interface IRegisterChanged
{
    Guid? ProposalId { get; }
}
