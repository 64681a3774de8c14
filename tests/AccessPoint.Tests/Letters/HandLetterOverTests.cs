using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.Letters.Sample;
using Contract = CaseCoordination.Contracts.AccessPoint.V1.LetterRetrieved;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class HandLetterOverTests
{
    private static readonly Contract Retrieved = new()
    {
        LetterId = Id,
        Recipient = "XB-DAC",
        At = Later,
        VisibleTo = ["desk"],
    };

    private static readonly LetterHandedOver HandedOver = new(Id, "XA-SMA", "XB-DAC", Hash, ["desk"], Later);

    [Fact]
    public void A_letter_is_handed_over_once_and_opens_to_the_groups_of_its_matter()
    {
        new Given<InboundLetter, InboundEvent>(TakenIn).When(l => HandLetterOver.Decide(l, Retrieved)).Then(HandedOver);
        var state = new Given<InboundLetter, InboundEvent>(TakenIn, HandedOver).State;
        Assert.Equal(["desk"], state.VisibleTo);
        Assert.Equal("retrieved", state.State);
    }

    [Fact]
    public void A_letter_that_was_late_is_handed_over_all_the_same() =>
        new Given<InboundLetter, InboundEvent>(TakenIn, new RetrievalFailed(Id, Later))
            .When(l => HandLetterOver.Decide(l, Retrieved))
            .Then(HandedOver);

    [Fact]
    public void A_letter_that_was_not_let_in_cannot_be_retrieved()
    {
        new Given<InboundLetter, InboundEvent>()
            .When(l => HandLetterOver.Decide(l, Retrieved))
            .ThenRefused("letter-unknown");
        new Given<InboundLetter, InboundEvent>(TurnedAway("no-basis", "", Forbidden))
            .When(l => HandLetterOver.Decide(l, Retrieved))
            .ThenRefused("letter-unknown");
    }
}
