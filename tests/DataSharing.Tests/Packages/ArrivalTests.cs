using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Inbound;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Packages.Retrieval;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Packages.PackageSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>What becomes of a package at its recipient, and what its sender learns of it.</summary>
public sealed class ArrivalTests
{
    private const int Tries = 2;
    private static readonly Turn Fetch = new(Fetcher.By, Seed, Noon);
    private static readonly ContentFacts Wrong = new(600, OtherHash);
    private static readonly ItemOutcome First = new(1, CopyHash, 600, null);
    private static readonly ItemOutcome Second = new(2, OtherHash, 10, null);

    private static Given<Package, PackageEvent> Given(params PackageEvent[] past) => new(past);

    private static ItemRetrieved Retrieved(int number) =>
        new(PackageId, number, Came.Items[number - 1], Sender, RequestId, Bound, [Duty], TheBasis, Noon);

    private static PackageLetterTaken Taken(string kind, string from, Guid id) =>
        new(id, from, kind, ["digital-assets"], Noon, Noon);

    [Fact]
    public void A_release_opens_the_recipients_file_once() =>
        Given()
            .When(p =>
                ReadPackageLetter.Decide(p, LetterOf(PackageLetterKinds.Release, Sender, Recipient, Manifest), Intake())
            )
            .Then(Taken(PackageLetterKinds.Release, Sender, ReleaseId), Came);

    [Fact]
    public void The_same_release_in_another_letter_is_set_aside()
    {
        var again = Guid.CreateVersion7();
        Given(Came)
            .When(p =>
                ReadPackageLetter.Decide(
                    p,
                    LetterOf(PackageLetterKinds.Release, Sender, Recipient, Manifest, again),
                    Intake()
                )
            )
            .Then(
                Taken(PackageLetterKinds.Release, Sender, again),
                new PackageLetterSetAside(again, Sender, "told-before", Noon)
            );
    }

    [Fact]
    public void A_manifest_that_names_what_cannot_be_fetched_opens_nothing()
    {
        var item = Manifest.Items[0];
        ManifestItem[] unsound =
        [
            item with
            {
                Size = -1,
            },
            item with
            {
                Size = Rules.MaxItemBytes + 1,
            },
            item with
            {
                Sha256 = "../../etc/passwd",
            },
            item with
            {
                Name = "../x",
            },
            item with
            {
                Name = "a\nb",
            },
            item with
            {
                Tlp = "SECRET",
            },
            item with
            {
                Handling = "H4",
            },
            item with
            {
                Number = 0,
            },
            item with
            {
                MediaType = "none",
            },
            item with
            {
                Source = "stolen",
            },
        ];
        Assert.All(
            unsound.Select(i => Manifest with { Items = [i] }).Append(Manifest with { Items = [item, item] }),
            m => Assert.Equal("manifest-unsound", CodeOf(m))
        );
        Assert.Equal("manifest-unsound", CodeOf(Manifest with { Package = RequestId }));
        Assert.Equal("manifest-unsound", CodeOf(Manifest with { RetrievalKey = "a b" }));
        Assert.Equal("content-unreadable", CodeOf(Manifest with { Items = [] }));
    }

    [Fact]
    public void An_item_that_arrived_is_recorded_with_what_binds_it() =>
        Given(Came).When(p => RecordArrival.Retrieved(p, 1, Fetch)).Then(Retrieved(1));

    [Fact]
    public void When_the_last_item_is_here_the_sender_is_told()
    {
        PackageEvent[] past = [Came, Retrieved(1)];
        var letter = PackageOutbound.ReportIdOf(Of(past), 1);
        Given(past)
            .When(p => RecordArrival.Retrieved(p, 2, Fetch))
            .Then(
                Retrieved(2),
                new PackageRetrieved(1, [First, Second], letter, Fetcher.By, Noon),
                PackageOutbound.Report(Of(past), 1, [First, Second], Fetch)
            );
        Assert.True(
            PackageOutbound.Report(Of(past), 1, [First], Fetch) is { Closing: true, ReliesOn: { } tie }
                && tie == ReleaseId
        );
    }

    [Fact]
    public void What_is_not_what_was_announced_is_kept_as_evidence_and_tried_again() =>
        Given(Came)
            .When(p => RecordArrival.Differs(p, 1, Wrong, Tries, Fetch))
            .ThenOnce(new ItemCorrupt(1, 600, CopyHash, 600, OtherHash, Noon));

    [Fact]
    public void After_some_times_it_is_given_up_and_the_sender_is_told()
    {
        PackageEvent[] past = [Came, Retrieved(2), new ItemCorrupt(1, 600, CopyHash, 600, OtherHash, Noon)];
        ItemOutcome[] outcomes = [new(1, null, null, "corrupt"), Second];
        Given(past)
            .When(p => RecordArrival.Differs(p, 1, Wrong, Tries, Fetch))
            .Then(
                new ItemCorrupt(1, 600, CopyHash, 600, OtherHash, Noon),
                new ItemFailed(1, "corrupt", Noon),
                new RetrievalFailed(1, outcomes, PackageOutbound.ReportIdOf(Of(past), 1), Fetcher.By, Noon),
                PackageOutbound.Report(Of(past), 1, outcomes, Fetch)
            );
    }

    [Fact]
    public void Somebody_may_ask_to_try_again_until_the_last_day()
    {
        PackageEvent[] past = [Came, Retrieved(2), new ItemFailed(1, "corrupt", Noon)];
        Given(past).When(p => RetryRetrieval.Decide(p, TheTurn)).Then(new RetrievalRetried(Officer, Noon));
        Given(past).When(p => RetryRetrieval.Decide(p, TheTurn with { Now = Until })).ThenRefused("retrieval-over");
        Given(Gone).When(p => RetryRetrieval.Decide(p, TheTurn)).ThenRefused("not-the-recipient");
        Given(Came).When(p => RetryRetrieval.Decide(p, TheTurn)).ThenNothing();
    }

    [Fact]
    public void The_second_report_counts_on()
    {
        PackageEvent[] past =
        [
            Came,
            Retrieved(2),
            new ItemFailed(1, "corrupt", Noon),
            new RetrievalFailed(1, [new(1, null, null, "corrupt"), Second], SubmissionId, Fetcher.By, Noon),
            new RetrievalRetried(Officer, Noon),
        ];
        Assert.Equal(PackageStage.RetrievalFailed, Of(past).Stage);
        Given(past)
            .When(p => RecordArrival.Retrieved(p, 1, Fetch))
            .Then(
                Retrieved(1),
                new PackageRetrieved(2, [First, Second], PackageOutbound.ReportIdOf(Of(past), 2), Fetcher.By, Noon),
                PackageOutbound.Report(Of(past), 2, [First, Second], Fetch)
            );
    }

    [Fact]
    public void At_the_last_day_what_is_missing_is_given_up()
    {
        var clock = Assert.Single(PassPackageClock.Running(Of(Came)));
        Assert.Equal((Until.AddDays(-1), Until), (clock.WarnAt, clock.FailAt));
        Given(Came)
            .When(p => Pass(p, DeadlineStage.Warn, Until.AddHours(-1)))
            .Then(new PackageClockWarned("retrieval", Recipient, Until.AddDays(-1), Until.AddHours(-1)));
        ItemOutcome[] outcomes = [new(1, null, null, "too-late"), new(2, null, null, "too-late")];
        var late = new Turn(PassPackageClock.By, PackageId, Until);
        Given(Came)
            .When(p => Pass(p, DeadlineStage.Fail, Until))
            .Then(
                new PackageClockFailed("retrieval", Recipient, Until, Until),
                new ItemFailed(1, "too-late", Until),
                new ItemFailed(2, "too-late", Until),
                new RetrievalFailed(1, outcomes, PackageOutbound.ReportIdOf(Of(Came), 1), late.By, Until),
                PackageOutbound.Report(Of(Came), 1, outcomes, late)
            );
        Given(Gone)
            .When(p => Pass(p, DeadlineStage.Fail, Until))
            .Then(new PackageClockFailed("retrieval", Recipient, Until, Until));
        Assert.Empty(PassPackageClock.Running(Of(Ready)));
    }

    [Fact]
    public void The_sender_learns_what_arrived()
    {
        var letter = Report(First, Second);
        Given(Gone)
            .When(p => ReadPackageLetter.Decide(p, letter, Intake()))
            .Then(
                Taken(PackageLetterKinds.Retrieval, Recipient, letter.LetterId),
                new PackageRetrieved(1, [First, Second], letter.LetterId, Recipient, Noon)
            );
    }

    [Fact]
    public void A_report_about_other_contents_is_set_aside_with_its_reason()
    {
        foreach (
            var outcomes in (ItemOutcome[][])
                [
                    [First with { Sha256 = Hash }, Second],
                    [First with { Size = 1 }, Second],
                    [First],
                    [First, Second with { Number = 3 }],
                ]
        )
        {
            var decision = ReadPackageLetter.Decide(Of(Gone), Report(outcomes), Intake());
            Assert.Equal(
                "contents-differ",
                Assert.IsType<Events<PackageEvent>>(decision).Happened.OfType<PackageLetterSetAside>().Single().Reason
            );
        }

        Given(Ready)
            .When(p => ReadPackageLetter.Decide(p, Report(First, Second), Intake()))
            .ThenOnce(
                Taken(PackageLetterKinds.Retrieval, Recipient, SubmissionId),
                new PackageLetterSetAside(SubmissionId, Recipient, "not-for-this-side", Noon)
            );
        Given().When(p => ReadPackageLetter.Decide(p, Report(First), Intake())).ThenRefused("package-not-yet-here");
    }

    [Fact]
    public void The_key_opens_only_what_is_released_and_only_until_the_last_day()
    {
        Assert.True(ServeContents.IsOpenedBy(Of(Gone), Key, Noon));
        Assert.False(ServeContents.IsOpenedBy(Of(Gone), Key + "A", Noon));
        Assert.False(ServeContents.IsOpenedBy(Of(Gone), Key, Until));
        Assert.False(ServeContents.IsOpenedBy(Of(Ready), Key, Noon));
        Assert.False(ServeContents.IsOpenedBy(Of(Came), Key, Noon));
        Assert.False(ServeContents.IsOpenedBy(new Package(), Key, Noon));
    }

    [Fact]
    public void Keys_are_256_random_bits()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => ReleasePackage.NewKey(Sender)).ToList();
        Assert.Distinct(keys);
        Assert.All(keys, k => Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(k.Split('.')[1]).Length));
    }

    private static ReceivedLetter Report(params ItemOutcome[] outcomes) =>
        LetterOf(PackageLetterKinds.Retrieval, Recipient, Sender, PackageTold.Of(1, outcomes), SubmissionId);

    private static Decision<PackageEvent> Pass(Package file, DeadlineStage stage, DateTimeOffset now) =>
        PassPackageClock.Decide(file, new(PackageId, PassPackageClock.Key, stage, Until), now);

    private static string CodeOf(PackageManifest manifest) =>
        Assert
            .IsType<Refused<PackageEvent>>(
                ReadPackageLetter.Decide(
                    new Package(),
                    LetterOf(PackageLetterKinds.Release, Sender, Recipient, manifest),
                    Intake()
                )
            )
            .Refusal.Code;
}
