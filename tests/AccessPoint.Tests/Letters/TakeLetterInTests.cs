using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.Letters.Sample;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class TakeLetterInTests
{
    [Fact]
    public void A_letter_that_this_sides_law_permits_too_is_let_in_with_both_decisions() =>
        new Given<InboundLetter, InboundEvent>()
            .When(l => TakeLetterIn.Decide(l, Sent, Permitted, Clocks, Later))
            .Then(TakenIn);

    [Fact]
    public void A_letter_that_this_sides_law_forbids_is_turned_away() =>
        new Given<InboundLetter, InboundEvent>()
            .When(l => TakeLetterIn.Decide(l, Sent, Forbidden, Clocks, Later))
            .Then(TurnedAway("no-basis", Forbidden.Explanation, Forbidden));

    [Fact]
    public void A_letter_whose_content_is_not_what_its_hash_says_is_turned_away_whatever_the_law_says() =>
        new Given<InboundLetter, InboundEvent>()
            .When(l => TakeLetterIn.Decide(l, Sent with { Content = Text + " " }, Permitted, Clocks, Later))
            .Then(TurnedAway("content-altered", "The content is not what its hash says.", Permitted));

    [Fact]
    public void Obligations_that_are_not_those_of_the_same_terms_are_turned_away()
    {
        var lighter = Sent with { Basis = Sent.Basis with { Obligations = [] } };
        new Given<InboundLetter, InboundEvent>()
            .When(l => TakeLetterIn.Decide(l, lighter, Permitted, Clocks, Later))
            .Then(
                TurnedAway("obligations-altered", "The obligations are not those of the terms they name.", Permitted)
            );
    }

    [Fact]
    public void Obligations_of_another_version_of_the_terms_are_the_senders_to_state()
    {
        var other = Sent with { Basis = Sent.Basis with { Obligations = [], Version = "v0" } };
        new Given<InboundLetter, InboundEvent>()
            .When(l => TakeLetterIn.Decide(l, other, Permitted, Clocks, Later))
            .Then(TakenIn with { Version = "v0", Obligations = "[]" });
    }

    [Fact]
    public void Another_content_under_an_id_that_is_taken_is_noted_and_not_let_in()
    {
        var other = Sent with { Content = "{}", ContentHash = "00" };
        new Given<InboundLetter, InboundEvent>(TakenIn)
            .When(l => TakeLetterIn.Decide(l, other, Permitted, Clocks, Later))
            .Then(new LetterIdReused(Id, "XA-SMA", "00", Later));
    }

    [Fact]
    public void Another_sender_under_an_id_that_is_taken_is_noted_even_if_the_content_is_the_same() =>
        new Given<InboundLetter, InboundEvent>(TakenIn)
            .When(l => TakeLetterIn.Decide(l, Sent with { Sender = "MSA-FMA" }, Permitted, Clocks, Later))
            .Then(new LetterIdReused(Id, "MSA-FMA", Hash, Later));

    [Fact]
    public void A_letter_turned_away_stays_so_when_it_comes_again_and_the_law_would_now_permit_it() =>
        new Given<InboundLetter, InboundEvent>(TurnedAway("no-basis", "", Forbidden))
            .When(l => TakeLetterIn.Decide(l, Sent, Permitted, Clocks, Later))
            .ThenNothing();

    [Fact]
    public void A_letter_whose_id_was_reused_keeps_its_state() =>
        Assert.Equal(
            "delivered",
            new Given<InboundLetter, InboundEvent>(TakenIn, new LetterIdReused(Id, "MSA-FMA", Hash, Later)).State.State
        );
}
