using System.Runtime.CompilerServices;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Inbound;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.Decider;
using static CaseCoordination.DataSharing.Tests.Notices.NoticeSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Notices;

public sealed class NoticeLetterTests
{
    [Fact]
    public void What_arrives_says_what_was_sent_and_is_restricted_at_birth()
    {
        var notice = Received(NoHit(Places.Registers));
        Assert.Equal(NoticeStage.Received, notice.Stage);
        Assert.True(notice.Content.IsSame(Refused));
        Assert.Equal(Sender, notice.From);
        Assert.Equal(["digital-assets"], notice.Groups);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_sender_learns_of_registers_hit_or_not_and_whom_to_speak_to(bool isHit)
    {
        var here = Received(isHit ? Hit(Places.Registers) : NoHit(Places.Registers), Hit(Places.Requests));
        var told = here.Letters.Single();
        Assert.Equal(NoticeLetterKinds.Outcome, told.Kind);
        var letter = LetterJson.Read<NoticeOutcomeLetter>(OutcomeOf(isHit).Content)!;
        Assert.Equal((isHit, isHit ? "desk@msa.example" : null), (letter.Hit, letter.Contact));
    }

    [Fact]
    public void What_case_files_and_requests_know_is_told_to_nobody_else()
    {
        var here = Received(Hit(Places.Requests));
        Assert.Empty(here.Letters);
        var checkedToo = Happened(
            RecordCaseCheck.Decide(
                here,
                new SubjectsChecked
                {
                    CheckId = NoticeId,
                    Authority = Partner,
                    Contacts = ["market-abuse"],
                    At = Noon,
                }
            )
        );
        Assert.Equal(["market-abuse"], Assert.IsType<NoticeChecked>(Assert.Single(checkedToo)).Contacts);
    }

    [Fact]
    public void The_answer_about_case_files_counts_once_and_waits_for_its_notice()
    {
        var told = new SubjectsChecked
        {
            CheckId = NoticeId,
            Authority = Partner,
            Contacts = [],
            At = Noon,
        };
        Assert.Equal("notice-not-yet-here", CodeOf(RecordCaseCheck.Decide(new(), told)));
        Assert.IsType<Unchanged<NoticeEvent>>(RecordCaseCheck.Decide(Received(NoHit(Places.Cases)), told));
    }

    [Fact]
    public void A_letter_that_comes_twice_has_one_effect()
    {
        var here = Received();
        Assert.IsType<Unchanged<NoticeEvent>>(ReadNoticeLetter.Decide(here, LetterTo(Partner), Intake()));
        var again = LetterTo(Partner) with { LetterId = Guid.CreateVersion7() };
        Assert.Equal("told-before", SetAside(here, again));
        Assert.Equal("sender-not-the-other-side", SetAside(here, again with { Sender = "XB-DAC" }));
    }

    [Fact]
    public void What_a_recipient_says_counts_at_the_sender_and_nowhere_else()
    {
        var outcome = Arriving(OutcomeOf(true), Partner);
        var sender = Fold.Onto(Offered(), Happened(ReadNoticeLetter.Decide(Offered(), outcome, Intake())));
        Assert.Equal(
            (true, "desk@msa.example"),
            (sender.Recipients[Partner].IsHit, sender.Recipients[Partner].Contact)
        );
        Assert.Null(sender.Recipients["XB-DAC"].IsHit);
        Assert.Equal("sender-not-the-other-side", SetAside(Offered(), outcome with { Sender = Stranger }));
        Assert.Equal("sender-not-the-other-side", SetAside(Received(), outcome));
        Assert.Equal("notice-not-yet-here", CodeOf(ReadNoticeLetter.Decide(new(), outcome, Intake())));
    }

    [Fact]
    public void A_withdrawal_counts_from_the_sender_alone_and_may_come_first()
    {
        var letter = Arriving(
            Happened(WithdrawNotice.Decide(Offered(), new("Licensed on appeal."), TheTurn))
                .OfType<NoticeLetterWritten>()
                .First(l => l.To == Partner),
            Sender
        );
        Assert.Equal("notice-not-yet-here", CodeOf(ReadNoticeLetter.Decide(new(), letter, Intake())));
        var here = Fold.Onto(Received(), Happened(ReadNoticeLetter.Decide(Received(), letter, Intake())));
        Assert.Equal("Licensed on appeal.", here.Withdrawn);
        Assert.Equal("told-before", SetAside(here, letter with { LetterId = Guid.CreateVersion7() }));
        Assert.Equal("sender-not-the-other-side", SetAside(Received(), letter with { Sender = "XB-DAC" }));
    }

    [Fact]
    public void A_letter_that_nobody_can_read_is_set_aside_or_waits()
    {
        var odd = LetterTo(Partner) with { LetterId = Guid.CreateVersion7(), Content = "{" };
        Assert.Equal("content-unreadable", SetAside(Received(), odd));
        Assert.Equal("content-unreadable", CodeOf(ReadNoticeLetter.Decide(new(), odd, Intake())));
        Assert.Equal("kind-unknown", SetAside(Received(), odd with { Kind = "notice.poem" }));
    }

    [Fact]
    public void Letters_are_as_approved_byte_for_byte()
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NoticeLetterKinds.Offer] = LetterTo(Partner).Content,
            [NoticeLetterKinds.Outcome] = OutcomeOf(true).Content,
            [NoticeLetterKinds.Acknowledgement] = LetterJson.Write(
                new NoticeAcknowledgementLetter { Comment = "Thank you." }
            ),
            [NoticeLetterKinds.Withdrawal] = LetterJson.Write(new NoticeWithdrawalLetter { Reason = "On appeal." }),
        };
        foreach (var (kind, content) in written)
        {
            var approved = File.ReadAllText(Path.Combine(Here(), "..", "Contracts", $"{kind}.json"));
            Assert.Equal(approved.TrimEnd('\n'), content);
        }

        Assert.Equal(
            typeof(NoticeLetterKinds).GetFields().Select(f => (string)f.GetValue(null)!).Order(StringComparer.Ordinal),
            written.Keys.Order(StringComparer.Ordinal)
        );
    }

    private static NoticeLetterWritten OutcomeOf(bool isHit) =>
        Happened(
                ReadNoticeLetter.Decide(
                    new Notice(),
                    LetterTo(Partner),
                    Intake(isHit ? Hit(Places.Registers) : NoHit(Places.Registers))
                )
            )
            .OfType<NoticeLetterWritten>()
            .Single();

    private static string? SetAside(Notice current, ReceivedLetter letter) =>
        Assert
            .IsType<NoticeLetterTaken>(Assert.Single(Happened(ReadNoticeLetter.Decide(current, letter, Intake()))))
            .SetAside;

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
