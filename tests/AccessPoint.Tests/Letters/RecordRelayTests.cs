using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.Letters.Sample;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class RecordRelayTests
{
    [Fact]
    public void The_brokers_confirm_becomes_evidence_once() =>
        new Given<OutboundLetter, OutboundEvent>(Accepted)
            .When(l => RecordRelay.Decide(l, Later))
            .Then(new LetterRelayed(Id, Later));

    [Fact]
    public void A_confirm_after_the_relay_failed_is_evidence_still() =>
        new Given<OutboundLetter, OutboundEvent>(Accepted, Failed)
            .When(l => RecordRelay.Decide(l, Later))
            .Then(new LetterRelayed(Id, Later));

    [Fact]
    public void A_letter_that_never_left_cannot_have_been_relayed()
    {
        new Given<OutboundLetter, OutboundEvent>()
            .When(l => RecordRelay.Decide(l, Later))
            .ThenRefused("letter-unknown");
        new Given<OutboundLetter, OutboundEvent>(Rejected)
            .When(l => RecordRelay.Decide(l, Later))
            .ThenRefused("letter-unknown");
    }

    private static LetterStepFailed Failed =>
        new(Id, "XA-SMA", "XB-DAC", "case.invitation", Matter, Steps.Relay, Later);
}
