using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Requests;

/// <summary>What leaves a file: letters, and that letters were taken; nothing else.</summary>
public sealed class RequestAnnouncementsTests
{
    [Fact]
    public void A_request_asks_the_law_with_all_its_matters()
    {
        var content = TheContent with { Matters = [Derivatives, Spot], Urgent = true, Oral = true };
        var written = Outbound.Tell(State(Drafted with { Content = content }), LetterKinds.Submission, 1, TheTurn);
        var letter = Dispatched(written);
        var question = letter.Question;
        Assert.Equal((Asker, Asked, RequestId), (letter.Sender, letter.Recipient, letter.ConversationId));
        Assert.Equal(("manipulation", "derivatives"), (question.Matter, question.Over));
        Assert.Equal("spot-crypto-assets", Assert.Single(question.Others).Over);
        Assert.True(question is { Urgent: true, Oral: true, ReliesOn: null, Closing: false });
        Assert.DoesNotContain("facts-and-purpose", question.Missing);
        Assert.Contains("laws-violated", question.Missing);
        Assert.Equal(written.Content, letter.Content);
        Assert.Equal(["digital-assets"], letter.VisibleTo);
    }

    [Fact]
    public void An_answer_rests_on_the_request()
    {
        var question = Dispatched(Reply(LetterKinds.Refusal, Asker, Letters.All[LetterKinds.Lapse])).Question;
        Assert.Equal(SubmissionId, question.ReliesOn);
        Assert.True(question.Closing);
        Assert.Null(question.Matter);
    }

    [Fact]
    public void A_letter_taken_is_told_to_the_border()
    {
        var taken = new LetterTaken(Seed, Asker, LetterKinds.Submission, ["digital-assets"], Noon, Noon);
        var announced = Assert.Single(RequestAnnouncements.Announce(taken, Asked));
        Assert.Equal(Asked, announced.RoutingKey);
        Assert.Equal(Seed, Assert.IsType<LetterRetrieved>(announced.Contract).LetterId);
    }

    [Fact]
    public void All_else_stays_in_the_file() =>
        Assert.All((RequestEvent[])[Drafted, Submitted], e => Assert.Empty(RequestAnnouncements.Announce(e, Asker)));

    [Fact]
    public void Its_own_authority_hears_that_a_request_arrived_and_its_letters_do_not_wait_for_that()
    {
        var announced = Assert.Single(RequestAnnouncements.Announce(Received, Asked));
        Assert.Equal((Asked, "arrivals"), (announced.RoutingKey, announced.Lane));
        Assert.Equal(RequestId, Assert.IsType<RequestArrived>(announced.Contract).RequestId);
    }

    private static DispatchLetter Dispatched(LetterWritten written) =>
        Assert.IsType<DispatchLetter>(Assert.Single(RequestAnnouncements.Announce(written, Asker)).Contract);
}
