using System.Text.Json;
using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Contracts.AccessPoint.V1;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class CaseAnnouncementsTests
{
    private static readonly LetterWritten Answer = Letter(
        Lead,
        LetterKinds.Declining,
        (DecliningLetter)Letters.All[LetterKinds.Declining],
        InvitationId,
        Turn(),
        closing: true
    );

    [Fact]
    public void A_letter_is_dispatched_under_the_senders_code()
    {
        var announcement = Assert.Single(CaseAnnouncements.Announce(Answer, ThePartner));
        var dispatch = Assert.IsType<DispatchLetter>(announcement.Contract);

        Assert.Equal(ThePartner, announcement.RoutingKey);
        Assert.Equal(
            (Answer.LetterId, ThePartner, Lead, "case.declining", CaseId, Answer.Content, Officer, Noon),
            (
                dispatch.LetterId,
                dispatch.Sender,
                dispatch.Recipient,
                dispatch.Kind,
                dispatch.ConversationId,
                dispatch.Content,
                dispatch.SubmittedBy,
                dispatch.SubmittedAt
            )
        );
        Assert.Equal(["digital-assets"], dispatch.VisibleTo);
        Assert.Equal((InvitationId, true), (dispatch.Question.ReliesOn, dispatch.Question.Closing));
        Assert.Null(dispatch.Question.Matter);
    }

    [Fact]
    public void An_invitation_asks_the_law_in_full()
    {
        var letter = Answer with
        {
            ReliesOn = null,
            Closing = false,
            Ask = new Ask("iosco-mmou", true, TheMatter, ["info.bank"], ["urgency"], NoFacts),
        };
        var question = Assert
            .IsType<DispatchLetter>(Assert.Single(CaseAnnouncements.Announce(letter, ThePartner)).Contract)
            .Question;

        Assert.Equal(
            """{"instrument":"iosco-mmou","pinned":true,"matter":"manipulation","over":"crypto-derivatives","assistance":["info.bank"],"financialInstrument":"yes","procedure":"administrative","conductFrom":"2019-01-01","conductTo":"2020-09-30","others":[],"urgent":false,"oral":false,"missing":["urgency"],"facts":{},"reliesOn":null,"closing":false}""",
            JsonSerializer.Serialize(question, JsonSerializerOptions.Web)
        );
    }

    [Fact]
    public void A_letter_taken_is_a_letter_retrieved()
    {
        var taken = new LetterTaken(InvitationId, Lead, LetterKinds.Invitation, ["digital-assets"], Noon, Noon);
        var announcement = Assert.Single(CaseAnnouncements.Announce(taken, ThePartner));
        var retrieved = Assert.IsType<LetterRetrieved>(announcement.Contract);

        Assert.Equal(
            (ThePartner, InvitationId, ThePartner, Noon),
            (announcement.RoutingKey, retrieved.LetterId, retrieved.Recipient, retrieved.At)
        );
        Assert.Equal(["digital-assets"], retrieved.VisibleTo);
    }

    [Fact]
    public void Everything_else_stays_in_the_file() =>
        Assert.Empty(Joined.Where(e => e is not LetterWritten).SelectMany(e => CaseAnnouncements.Announce(e, Lead)));

    [Fact]
    public void Letter_ids_are_of_version_7_and_follow_from_their_cause()
    {
        var id = LetterIds.Of(Seed, ThePartner, LetterKinds.Roster);

        Assert.Equal((7, id), (id.Version, LetterIds.Of(Seed, ThePartner, LetterKinds.Roster)));
        Assert.NotEqual(id, LetterIds.Of(Seed, Other, LetterKinds.Roster));
        Assert.NotEqual(id, LetterIds.Of(Seed, ThePartner, LetterKinds.Suspension));
        Assert.Equal(Seed.ToString("N")[..12], id.ToString("N")[..12]);
    }
}
