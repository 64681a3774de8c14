using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Decider;
using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;
using static CaseCoordination.DataSharing.Tests.Packages.PackageSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>What has to hold before a package goes, and what goes then.</summary>
public sealed class ReleaseTests
{
    private static readonly ReleasePackage Command = new(Key, SubmissionId);
    private static readonly ReleaseLaw NoPersonalData = new(null, false);
    private static readonly PackageRevised WithReason = new("T", Bound, "To name the traders.", Steward, Noon);

    private static Given<Package, PackageEvent> Given(params PackageEvent[] past) => new(past);

    private static Decision<PackageEvent> Release(Package file) =>
        ReleasePackage.Decide(file, Command, ReleaseLaw.Open, Prep, Rules);

    [Fact]
    public void A_second_person_approves_once() =>
        Given(Ready).When(p => ApprovePackage.Decide(p, new(""), ReleaseLaw.Open, Second)).Then(Approved);

    [Fact]
    public void Whoever_had_a_hand_in_it_cannot_approve()
    {
        Given(Ready)
            .When(p => ApprovePackage.Decide(p, new(""), ReleaseLaw.Open, Prep))
            .ThenRefused("approver-is-preparer");
        Given([.. Ready, TradesFiltered with { By = Approver }])
            .When(p => ApprovePackage.Decide(p, new(""), ReleaseLaw.Open, Second))
            .ThenRefused("approver-is-preparer");
    }

    [Fact]
    public void A_change_takes_the_approval_away()
    {
        foreach (
            var change in (PackageEvent[])
                [
                    TradesFiltered,
                    Added(3, "x", "text/csv", 1, []),
                    new ItemRemoved(2, Steward, Noon),
                    WithReason,
                    TradesStored,
                ]
        )
        {
            Assert.Equal(PackageStage.Approved, Of([.. Ready, Approved]).Stage);
            Assert.Equal(PackageStage.Prepared, Of([.. Ready, Approved, change]).Stage);
        }
    }

    [Fact]
    public void What_was_approved_goes_with_its_manifest_and_the_key_in_the_letter_alone()
    {
        Given([.. Ready, Approved]).When(Release).Then(Released, Wrote());
        Assert.DoesNotContain(Key, Released.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, Came.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_tells_the_copy_that_goes_and_not_the_original()
    {
        var item = Manifest.Items[0];
        Assert.Equal((600L, CopyHash, false), (item.Size, item.Sha256, item.PersonalData));
        Assert.Equal(["trader"], item.Withheld);
        Assert.Equal(RequestId, Manifest.Request);
    }

    [Fact]
    public void Without_approval_it_stays_where_the_rule_asks_for_one()
    {
        Given(Ready).When(Release).ThenRefused("approval-missing");
        Given(Prepared, Note, NoteStored)
            .When(Release)
            .ThenOnce(
                Released,
                PackageOutbound.Release(
                    Of(Prepared, Note, NoteStored),
                    ReleaseId,
                    DataSharing.Packages.Letters.PackageTold.Manifest(Of(Prepared, Note, NoteStored), Key, Until),
                    SubmissionId,
                    Prep
                )
            );
    }

    [Theory]
    [InlineData(ApprovalRule.Always, "H0", "GREEN", false, true)]
    [InlineData(ApprovalRule.Never, "H3", "RED", true, false)]
    [InlineData(ApprovalRule.PersonalData, "H3", "RED", false, false)]
    [InlineData(ApprovalRule.PersonalData, "H0", "CLEAR", true, true)]
    [InlineData(ApprovalRule.Sensitive, "H0", "AMBER", false, false)]
    [InlineData(ApprovalRule.Sensitive, "H1", "CLEAR", false, true)]
    [InlineData(ApprovalRule.Sensitive, "H0", "RED", false, true)]
    [InlineData(ApprovalRule.Sensitive, "H0", "AMBER+STRICT", false, true)]
    [InlineData(ApprovalRule.Sensitive, "H0", "CLEAR", true, true)]
    public void The_rule_says_when_a_second_person_is_needed(
        ApprovalRule rule,
        string handling,
        string tlp,
        bool personal,
        bool isNeeded
    ) =>
        Assert.Equal(
            isNeeded,
            ReleaseRules.NeedsApproval(
                Of(Prepared, Note with { Handling = handling, Tlp = tlp, PersonalData = personal }, NoteStored),
                rule
            )
        );

    [Fact]
    public void Personal_fields_do_not_go_unless_purpose_and_instrument_give_them()
    {
        PackageEvent[] unfiltered = [Prepared, Trades, TradesStored];
        Assert.Equal("personal-fields-open", CodeOf(unfiltered, ReleaseLaw.Open));
        Assert.Null(CodeOf([.. unfiltered, WithReason], ReleaseLaw.Open));
        Assert.Equal("personal-fields-open", CodeOf([.. unfiltered, WithReason], NoPersonalData));
        Assert.Null(CodeOf([.. unfiltered, TradesFiltered], NoPersonalData));
    }

    [Fact]
    public void An_item_that_is_personal_as_a_whole_does_not_go_without_reason()
    {
        PackageEvent[] whole = [Prepared, Note with { PersonalData = true }, NoteStored];
        Assert.Equal("personal-data-not-permitted", CodeOf(whole, ReleaseLaw.Open));
        Assert.Null(CodeOf([.. whole, WithReason], ReleaseLaw.Open));
        Assert.Equal("personal-data-not-permitted", CodeOf([.. whole, WithReason], NoPersonalData));
    }

    [Fact]
    public void An_empty_or_unfinished_package_does_not_go()
    {
        Assert.Equal("package-empty", CodeOf([Prepared], ReleaseLaw.Open));
        Assert.Equal("content-missing", CodeOf([Prepared, Note], ReleaseLaw.Open));
        Assert.Equal("no-basis", CodeOf(Ready, new(new Refusal("no-basis", "None."), true)));
        Assert.Equal("package-released", CodeOf(Gone, ReleaseLaw.Open));
        Assert.Equal("not-the-sender", CodeOf([Came], ReleaseLaw.Open));
    }

    [Fact]
    public void A_release_that_a_border_stopped_did_not_take_place()
    {
        var stopped = new PackageLetterMoved(
            ReleaseId,
            Recipient,
            "package.release",
            "rejected",
            "no-basis",
            "No.",
            null,
            Noon
        );
        var file = Of([.. Gone, stopped]);
        Assert.Equal((PackageStage.Approved, "no-basis"), (file.Stage, file.Stop!.Reason));
        Assert.IsType<Events<PackageEvent>>(Release(file));
    }

    [Fact]
    public void The_law_is_asked_under_the_request_or_of_the_senders_own_accord()
    {
        var today = new DateOnly(2026, 3, 2);
        var asked = State(AskedFile);
        Assert.Null(PackageLaw.Ask(SmallLaw.Book, Of(Ready), asked, today).Stop);
        Assert.Equal("request-not-open", PackageLaw.Ask(SmallLaw.Book, Of(Ready), null, today).Stop!.Code);

        var unasked = Of(Prepared with { Request = null, Occasion = new(null, false, [Derivatives], ["info.files"]) });
        Assert.Null(PackageLaw.Ask(SmallLaw.Book, unasked, null, today).Stop);
        Assert.Equal(
            "no-basis",
            PackageLaw.Ask(SmallLaw.Book, unasked with { Other = "MSB-KNA" }, null, today).Stop!.Code
        );
    }

    [Fact]
    public void An_instrument_that_forbids_personal_data_gives_none()
    {
        var strict = InstrumentJson.Read(
            SmallLaw
                .Memorandum.CanonicalText.Replace("\"test-mou\"", "\"test-strict\"", StringComparison.Ordinal)
                .Replace(
                    "\"terms\":[",
                    "\"terms\":["
                        + """{"id":"t.none","kind":"handling","cites":["T §9"],"object":"personal-data","op":"transfer","effect":"deny","conf":"H"},""",
                    StringComparison.Ordinal
                )
        );
        var book = LawBook.Build([strict], [], []);
        var asked = State(ReceivedUnder(strict.Id));
        Assert.False(PackageLaw.Ask(book, Of(Ready), asked, new DateOnly(2026, 3, 2)).GivesPersonalData);
        Assert.True(
            PackageLaw.Ask(SmallLaw.Book, Of(Ready), State(AskedFile), new DateOnly(2026, 3, 2)).GivesPersonalData
        );
    }

    [Fact]
    public void An_answer_names_packages_released_for_its_request_only()
    {
        Assert.Null(ReleasedPackages.Check(RequestId, [Of(Gone)]));
        Assert.Equal("package-not-released", ReleasedPackages.Check(RequestId, [Of(Gone), Of(Ready)])!.Code);
        Assert.Equal("packages[1]", ReleasedPackages.Check(RequestId, [Of(Gone), Of(Ready)])!.Field);
        Assert.Equal("package-unknown", ReleasedPackages.Check(PackageId, [Of(Gone)])!.Code);
        Assert.Equal("package-unknown", ReleasedPackages.Check(RequestId, [Of(Came)])!.Code);
        Assert.Equal("package-unknown", ReleasedPackages.Check(RequestId, [new Package()])!.Code);
    }

    private static DataSharing.Requests.Domain.RequestEvent ReceivedUnder(string instrument) =>
        Samples.Received with
        {
            Basis = TheBasis with { Instrument = instrument },
        };

    private static string? CodeOf(PackageEvent[] past, ReleaseLaw law) => ReleaseRules.OfContents(Of(past), law)?.Code;
}
