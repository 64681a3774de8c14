using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Refusals that several use cases share.</summary>
internal static class Refusals
{
    public static Refusal NotTheAsker { get; } = new("not-the-asker", "Only the authority that asks can do this.");

    public static Refusal NotTheAsked { get; } = new("not-the-asked", "Only the authority that is asked can do this.");

    /// <summary>Why the asked authority may not act on the request now, if so.</summary>
    public static Refusal? OfAsked(Request current) =>
        current.Side != Side.Asked ? NotTheAsked
        : current.IsUnderWay ? null
        : Ended(current);

    /// <summary>Why the asker may not act on its request now, if so.</summary>
    public static Refusal? OfAsker(Request current) =>
        current.Side != Side.Asker ? NotTheAsker
        : current.IsUnderWay ? null
        : Ended(current);

    /// <summary>Why nothing can be done about a request that is not under way.</summary>
    public static Refusal Ended(Request current) =>
        current.Stage switch
        {
            RequestStage.Draft or RequestStage.Consultation => new(
                "not-submitted",
                "The request is not submitted yet."
            ),
            RequestStage.Answered => new("request-answered", "The request is answered; its asker can close it."),
            RequestStage.Refused => new(
                "request-refused",
                "The request is refused; its asker can escalate or close it."
            ),
            RequestStage.Withdrawn => new("request-withdrawn", "The asker has taken the request back."),
            RequestStage.Lapsed => new("request-lapsed", "The request has lapsed; it can be made anew."),
            _ => new("request-closed", "The request is closed."),
        };
}
