using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Refusals that several use cases share.</summary>
internal static class Refusals
{
    public static Refusal Closed { get; } = new("case-closed", "The case is closed; nothing can be added or changed.");

    public static Refusal NotTheLead { get; } =
        new("not-the-lead", "Only the authority that leads the joint investigation can do this.");

    public static Refusal NotAPartner { get; } =
        new("not-a-partner", "This authority leads; it answers to no other lead.");

    public static Refusal NotFiled { get; } =
        new("not-filed", "The case is not a joint investigation yet; file it first.");

    public static Refusal Suspended { get; } =
        new("case-suspended", "The joint investigation is suspended; resume it first.");

    public static Refusal NotJoined { get; } =
        new("not-joined", "This authority has not joined the joint investigation, or is out of it again.");

    public static Refusal LeadClosed { get; } =
        new("lead-closed", "The lead has closed the joint investigation; close this file with an outcome of its own.");

    public static Refusal OfferOpen { get; } =
        new("lead-offer-open", "The lead is offered to a partner; wait for its answer first.");

    /// <summary>Why a lead may not act on its joint investigation now, if so.</summary>
    public static Refusal? OfLead(Case current) =>
        current.Stage switch
        {
            CaseStage.Closed or CaseStage.Archived or CaseStage.Purged => Closed,
            _ when !current.IsLead => NotTheLead,
            CaseStage.Draft => NotFiled,
            _ => null,
        };

    /// <summary>Why a partner that joined may not act in the joint investigation now, if so.</summary>
    public static Refusal? OfPartner(Case current) =>
        current.Stage switch
        {
            CaseStage.Closed or CaseStage.Archived or CaseStage.Purged => Closed,
            _ when current.IsLead => NotAPartner,
            _ when !current.IsUnderWay => NotJoined,
            _ when current.LeadClosing is not null => LeadClosed,
            _ => null,
        };
}
