using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Inbound;

public sealed class ReadLetterTests
{
    private const string Joining = """{"version":1,"round":1}""";

    [Fact]
    public void A_letter_of_a_kind_nobody_knows_is_set_aside()
    {
        var letter = Received(ThePartner, "case.poem", "{}");
        new Given<Case, CaseEvent>(Open).When(Reading(letter)).Then(SetAside(letter, "kind-unknown"));
        new Given<Case, CaseEvent>().When(Reading(letter)).ThenRefused("kind-unknown");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":2,"round":1}""")]
    [InlineData("""{"version":1,"round":"1"}""")]
    [InlineData("""{"version":1,"round":null}""")]
    [InlineData("""{"version":1,"round":1,"note":"\u0000"}""")]
    public void A_content_that_cannot_be_read_is_set_aside(string content)
    {
        var letter = Received(ThePartner, LetterKinds.Joining, content);
        new Given<Case, CaseEvent>(Open).When(Reading(letter)).Then(SetAside(letter, "content-unreadable"));
        new Given<Case, CaseEvent>().When(Reading(letter)).ThenRefused("content-unreadable");
    }

    [Fact]
    public void A_content_may_say_more_than_is_known_here() =>
        Assert.Equal(1, LetterJson.Read<JoiningLetter>("""{"round":1,"version":1,"later":{}}""")?.Round);

    [Theory]
    [InlineData("\"subjects\":[", "\"subjects\":[null,")]
    [InlineData("\"allegations\":[", "\"allegations\":[null,")]
    [InlineData("\"assistance\":[", "\"assistance\":[null,")]
    [InlineData("\"missing\":[", "\"missing\":[null,")]
    [InlineData("\"identifiers\":[", "\"identifiers\":[null,")]
    [InlineData("\"kind\":\"venue\",", "")]
    [InlineData("\"facts\":{", "\"facts\":{\"security\":null,")]
    public void An_invitation_with_gaps_is_not_taken_in(string whole, string gap)
    {
        var written = LetterJson.Write(Letters.Invitation);
        Assert.NotNull(LetterJson.Read<InvitationLetter>(written));
        Assert.Contains(whole, written, StringComparison.Ordinal);
        Assert.Null(LetterJson.Read<InvitationLetter>(written.Replace(whole, gap, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_letter_again_changes_nothing()
    {
        var letter = Received(ThePartner, LetterKinds.Joining, Joining);
        new Given<Case, CaseEvent>([.. Joined, Taken(letter)]).When(Reading(letter)).ThenNothing();
    }

    [Fact]
    public void A_purged_file_sets_letters_aside()
    {
        var letter = Received(ThePartner, LetterKinds.Joining, Joining);
        new Given<Case, CaseEvent>([.. Joined, new CasePurged(Officer, Noon)])
            .When(Reading(letter))
            .Then(
                Taken(letter) with
                {
                    VisibleTo = [],
                },
                new LetterSetAside(letter.LetterId, ThePartner, "sender-not-a-partner", Noon)
            );
    }
}
