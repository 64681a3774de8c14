using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Holdings.ItemSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Holdings;

public sealed class HoldingTests
{
    private static readonly DateTimeOffset FiveYears = TheCalendars.EndOf(Holder, new DateOnly(2031, 3, 2));

    private static HoldingRecalled Recalled =>
        new(Notice, Maker, "Sent by mistake.", In(5, 10), Recall().LetterId, Noon);

    [Fact]
    public void An_item_that_arrives_is_bound_from_the_start() =>
        new Given<Holding, HoldingEvent>()
            .When(h => OpenHolding.Decide(h, Opening(), Noon, TheCalendars, TheSettings))
            .Then(
                new HoldingOpened(
                    ItemId,
                    Holder,
                    Maker,
                    First,
                    "MSA-PKG-2026-0001",
                    "Two accounts",
                    null,
                    Opened().Item,
                    Conditions.None,
                    ItemBasis,
                    Opened().Bindings,
                    ["digital-assets"],
                    [],
                    new Limit(FiveYears.AddDays(-30), FiveYears),
                    new Limit(TheCalendars.After(Holder, FiveYears, 5), TheCalendars.After(Holder, FiveYears, 10)),
                    FirstLetter,
                    Today,
                    Noon
                )
            );

    [Fact]
    public void The_strictest_retention_holds()
    {
        Assert.Equal(FiveYears, Opened().Keep!.At);
        var day = new DateOnly(2027, 1, 31);
        Assert.Equal(TheCalendars.EndOf(Holder, day), Opened(conditions: c => c with { KeepUntil = day }).Keep!.At);
        Assert.Equal(
            TheCalendars.EndOf(Holder, Today.AddDays(90)),
            Keep([], Conditions.None with { KeepUntil = day }, TheSettings with { KeepDays = 90 })!.At
        );
        Assert.Null(Keep([], Conditions.None, TheSettings));
    }

    [Theory]
    [InlineData("12 hours", "2026-03-03T00:00:00Z")]
    [InlineData("3 days", "2026-03-06T00:00:00Z")]
    [InlineData("5 workingdays", "2026-03-10T00:00:00Z")]
    [InlineData("2 weeks", "2026-03-17T00:00:00Z")]
    [InlineData("6 months", "2026-09-03T00:00:00Z")]
    [InlineData("2000000000 years", "3026-03-03T00:00:00Z")]
    [InlineData("for ever", "2026-03-02T12:00:00Z")]
    public void Each_unit_of_retention_is_counted_and_what_nobody_can_read_is_looked_at_at_once(
        string keep,
        string end
    ) =>
        Assert.Equal(
            DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
            Retention
                .Of(
                    [new Binding("t", "information", "retain", "allow", [], [], keep, true, [])],
                    Conditions.None,
                    Holder,
                    Noon,
                    Calendars.None,
                    TheSettings
                )!
                .At
        );

    [Fact]
    public void A_read_is_recorded_until_the_item_is_blocked()
    {
        new Given<Holding, HoldingEvent>(Opened())
            .When(h => RecordRead.Decide(h, new("content"), TheTurn))
            .ThenOnce(new HoldingRead("content", Officer, Noon));
        new Given<Holding, HoldingEvent>(Opened(), Recalled)
            .When(h => RecordRead.Decide(h, new("content"), TheTurn))
            .ThenRefused("item-recalled");
        new Given<Holding, HoldingEvent>(Opened(), new HoldingRetentionEnded(Noon))
            .When(h => RecordRead.Decide(h, new("content"), TheTurn))
            .ThenRefused("retention-over");
        new Given<Holding, HoldingEvent>()
            .When(h => RecordRead.Decide(h, new("content"), TheTurn))
            .ThenRefused("item-unknown");
    }

    [Fact]
    public void A_recall_blocks_the_item_at_once_and_is_confirmed()
    {
        var letter = Recall();
        new Given<Holding, HoldingEvent>(Opened())
            .When(h => HoldingReception.Decide(h, letter, In(5, 10), Noon))
            .Then(Taken(letter), Recalled, Receipt(letter, 1, [Notice]));
    }

    [Fact]
    public void A_recall_told_twice_by_two_letters_has_one_effect() =>
        new Given<Holding, HoldingEvent>(Opened(), Recalled)
            .When(h => HoldingReception.Decide(h, Recall(n: 2), In(5, 10), Noon))
            .Then(Taken(Recall(n: 2), "told-before"));

    [Fact]
    public void A_recall_by_somebody_else_is_set_aside() =>
        new Given<Holding, HoldingEvent>(Opened())
            .When(h => HoldingReception.Decide(h, Recall(from: Third), In(5, 10), Noon))
            .Then(Taken(Recall(from: Third), "sender-not-the-other-side"));

    [Fact]
    public void A_recall_that_overtook_its_item_waits() =>
        new Given<Holding, HoldingEvent>()
            .When(h => HoldingReception.Decide(h, Recall(), In(5, 10), Noon))
            .ThenRefused("holding-not-yet-here");

    [Fact]
    public void What_nobody_can_read_is_set_aside()
    {
        var letter = Recall() with { Content = "{}" };
        new Given<Holding, HoldingEvent>(Opened())
            .When(h => HoldingReception.Decide(h, letter, In(5, 10), Noon))
            .Then(Taken(letter, "content-unreadable"));
    }

    [Fact]
    public void A_correction_is_kept_and_confirmed_and_blocks_nothing()
    {
        var letter = Told(
            LetterKinds.Correction,
            Maker,
            Holder,
            ItemId,
            new CorrectionLetter
            {
                Notice = Notice,
                Originator = Maker,
                Text = "The second account is another's.",
                ReplacedBy = Second,
            }
        );
        new Given<Holding, HoldingEvent>(Opened())
            .When(h => HoldingReception.Decide(h, letter, In(5, 10), Noon))
            .Then(
                Taken(letter),
                new HoldingCorrected(Notice, Maker, "The second account is another's.", Second, letter.LetterId, Noon),
                Receipt(letter, 1, [Notice])
            );
    }

    [Fact]
    public void What_becomes_known_of_an_item_that_went_on_is_told_to_whoever_gave_it()
    {
        var other = Guid.Parse("019cae00-0000-7000-8000-000000000499");
        var known = new Whereabouts(Third, Holder, [Notice, other], [Notice, other], [Notice], null, null);
        var told = known with { Told = [Notice], Delivered = [Notice] };
        new Given<Holding, HoldingEvent>(Opened(), WentOn, Recalled)
            .When(h => FollowTrail.Decide(h, OnwardId, [known], TheTurn))
            .Then(
                new HoldingFollowed(OnwardId, [told], Noon),
                Up(
                    LetterKinds.Receipt,
                    new ReceiptLetter
                    {
                        Number = 1,
                        Confirmed = [Notice],
                        Onward = [new(Third, Holder, [Notice], [Notice], [Notice])],
                    },
                    Seed
                )
            );
    }

    [Fact]
    public void Of_notices_that_are_not_its_senders_the_sender_learns_nothing() =>
        new Given<Holding, HoldingEvent>(Opened(), WentOn)
            .When(h =>
                FollowTrail.Decide(
                    h,
                    OnwardId,
                    [new Whereabouts(Third, Holder, [Notice], [Notice], [Notice], null, null)],
                    TheTurn
                )
            )
            .ThenNothing();

    [Fact]
    public void Passing_on_is_recorded_once() =>
        new Given<Holding, HoldingEvent>(Opened()).When(h => FollowTrail.PassOn(h, WentOn)).Then(WentOn);

    [Fact]
    public void Retention_warns_then_blocks_then_asks_the_steward_for_the_deletion()
    {
        var keep = Opened().Keep!;
        new Given<Holding, HoldingEvent>(Opened())
            .When(h =>
                PassHoldingClock.Decide(
                    h,
                    Passed(HoldingClocks.Retention, DeadlineStage.Warn, keep.WarnAt),
                    keep.WarnAt
                )
            )
            .Then(new HoldingClockWarned(HoldingClocks.Retention, keep.WarnAt, keep.WarnAt));
        new Given<Holding, HoldingEvent>(Opened())
            .When(h =>
                PassHoldingClock.Decide(h, Passed(HoldingClocks.Retention, DeadlineStage.Fail, keep.At), keep.At)
            )
            .Then(
                new HoldingClockFailed(HoldingClocks.Retention, keep.At, keep.At),
                new HoldingRetentionEnded(keep.At)
            );
        var due = Assert.Single(PassHoldingClock.Running(Held(new HoldingRetentionEnded(keep.At))));
        Assert.Equal(Opened().Delete!.At, due.FailAt);
        Assert.Equal(HoldingClocks.Deletion, due.Key);
    }

    [Fact]
    public void A_clock_that_is_not_due_does_nothing() =>
        new Given<Holding, HoldingEvent>(Opened())
            .When(h => PassHoldingClock.Decide(h, Passed(HoldingClocks.Retention, DeadlineStage.Fail, Noon), Noon))
            .ThenNothing();

    [Fact]
    public void A_recalled_item_is_to_be_deleted_in_the_holders_working_days()
    {
        var running = Assert.Single(PassHoldingClock.Running(Held(Recalled)));

        Assert.Equal(new OpenDeadline(HoldingClocks.Deletion, In(5, 10).WarnAt, In(5, 10).At), running);
        Assert.Empty(
            PassHoldingClock.Running(Held(Recalled, new HoldingDeleted("recall", "", Hash, FirstLetter, Officer, Noon)))
        );
    }

    [Fact]
    public void A_deletion_is_certified_with_the_hash_and_who_still_holds_it() =>
        new Given<Holding, HoldingEvent>(Opened(), WentOn, Recalled)
            .When(h => DeleteHolding.Decide(h, new((string?)null), TheTurn))
            .Then(
                new HoldingDeleted(
                    "recall",
                    "",
                    Hash,
                    LetterIds.Of(Seed, Maker, LetterKinds.DeletionCertificate),
                    Officer,
                    Noon
                ),
                Up(
                    LetterKinds.DeletionCertificate,
                    new DeletionCertificateLetter
                    {
                        Sha256 = Hash,
                        Cause = "recall",
                        DeletedAt = Noon,
                        StillHeldBy = [Third],
                    },
                    Seed
                )
            );

    [Fact]
    public void A_deletion_that_nothing_asks_for_needs_a_reason()
    {
        new Given<Holding, HoldingEvent>(Opened())
            .When(h => DeleteHolding.Decide(h, new((string?)null), TheTurn))
            .ThenRefused("reason-missing");
        var events = Happened(DeleteHolding.Decide(Held(), new("Not needed."), TheTurn));
        Assert.Equal("own-decision", Assert.IsType<HoldingDeleted>(events[0]).Cause);
        var expired = Happened(
            DeleteHolding.Decide(Held(new HoldingRetentionEnded(Noon)), new((string?)null), TheTurn)
        );
        Assert.Equal("retention-end", Assert.IsType<HoldingDeleted>(expired[0]).Cause);
    }

    private static Limit? Keep(Binding[] bindings, Conditions conditions, HoldingSettings settings) =>
        Retention.Of(bindings, conditions, Holder, Noon, TheCalendars, settings);

    private static PassedDeadline Passed(string key, DeadlineStage stage, DateTimeOffset due) =>
        new(ItemId, key, stage, due);

    private static HoldingLetterTaken Taken(ReceivedLetter letter, string? setAside = null) =>
        new(new(letter.LetterId, letter.Sender, letter.Kind, ["digital-assets"], setAside, Noon, Noon));

    private static HoldingLetterWritten Receipt(ReceivedLetter cause, int number, Guid[] confirmed) =>
        Up(
            LetterKinds.Receipt,
            new ReceiptLetter
            {
                Number = number,
                Confirmed = confirmed,
                Onward = [],
            },
            cause.LetterId,
            HoldingReception.By
        );

    private static HoldingLetterWritten Up<T>(string kind, T content, Guid seed, string by = Officer)
        where T : LetterContent =>
        new(
            new(
                LetterIds.Of(seed, Maker, kind),
                ItemId,
                Maker,
                kind,
                LetterJson.Write(content),
                FirstLetter,
                true,
                ["digital-assets"],
                by,
                Noon
            )
        );
}
