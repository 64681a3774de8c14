using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.Letters.Sample;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class AcceptLetterTests
{
    [Fact]
    public void A_permitted_dispatch_becomes_a_letter_with_its_decision_and_its_clocks_frozen() =>
        new Given<OutboundLetter, OutboundEvent>()
            .When(l => AcceptLetter.Decide(l, Dispatch, Permitted, Clocks, Noon))
            .Then(Accepted);

    [Fact]
    public void A_forbidden_dispatch_is_rejected_with_its_decision_frozen_and_without_its_content() =>
        new Given<OutboundLetter, OutboundEvent>()
            .When(l => AcceptLetter.Decide(l, Dispatch, Forbidden, Clocks, Noon))
            .Then(Rejected);

    [Fact]
    public void Once_decided_a_letter_is_not_decided_anew_when_the_law_changed_since()
    {
        new Given<OutboundLetter, OutboundEvent>(Accepted)
            .When(l => AcceptLetter.Decide(l, Dispatch, Forbidden, Clocks, Later))
            .ThenNothing();
        new Given<OutboundLetter, OutboundEvent>(Rejected)
            .When(l => AcceptLetter.Decide(l, Dispatch, Permitted, Clocks, Later))
            .ThenNothing();
    }

    [Fact]
    public void Clocks_are_as_configured_and_start_at_acceptance()
    {
        var slow = Clocks with { RelayWarn = TimeSpan.FromDays(1), GiveUp = TimeSpan.FromDays(30) };
        new Given<OutboundLetter, OutboundEvent>()
            .When(l => AcceptLetter.Decide(l, Dispatch, Permitted, slow, Noon))
            .Then(Accepted with { RelayWarnAt = Noon.AddDays(1), GiveUpAt = Noon.AddDays(30) });
    }
}
