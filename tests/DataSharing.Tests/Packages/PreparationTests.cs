using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Packages.PackageSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>What the preparer of a package does before anything goes.</summary>
public sealed class PreparationTests
{
    private static readonly NewItem Csv = new(
        "trades.csv",
        "text/csv",
        1000,
        null,
        "trades",
        "AMBER",
        "H1",
        true,
        ["trader"]
    );

    private static Given<Package, PackageEvent> Given(params PackageEvent[] past) => new(past);

    private static PreparePackage Prepare(params Item[] items) =>
        new(
            PackageId,
            PackageId,
            Sender,
            "MSA-PKG-2026-0001",
            Recipient,
            RequestId,
            null,
            "Trades of two accounts",
            Bound,
            null,
            ["digital-assets"],
            [],
            items
        );

    [Fact]
    public void A_package_is_begun_once() =>
        Given().When(p => PreparePackage.Decide(p, Prepare(), Prep)).Then(Prepared);

    [Fact]
    public void A_package_for_oneself_is_refused() =>
        Given()
            .When(p => PreparePackage.Decide(p, Prepare() with { To = Sender }, Prep))
            .ThenRefused("giving-to-oneself");

    [Fact]
    public void A_copy_takes_the_original_items_numbered_anew_and_without_their_filters() =>
        Given()
            .When(p =>
                PreparePackage.Decide(p, Prepare([.. Of([.. Ready, new ItemRemoved(2, Steward, Noon)]).Items]), Prep)
            )
            .Then(Prepared, Trades with { Sha256 = Hash }, TradesStored);

    [Fact]
    public void An_item_is_added_with_the_next_number() =>
        Given(Prepared, Trades, new ItemRemoved(1, Steward, Noon))
            .When(p => AddItem.Decide(p, new(Csv), Prep))
            .ThenOnce(Trades with { Number = 2 });

    [Fact]
    public void An_item_that_is_held_already_is_added_with_its_content() =>
        Given(Prepared)
            .When(p =>
                AddItem.DecideStored(
                    p,
                    new(Csv with { Source = NewItem.Records, Originator = "XB-DAC", Chain = ["XB-DAC"] }),
                    new ContentFacts(1000, Hash),
                    Prep
                )
            )
            .ThenOnce(
                Trades with
                {
                    Sha256 = Hash,
                    Source = "records",
                    Originator = "XB-DAC",
                    Chain = ["XB-DAC"],
                },
                TradesStored
            );

    [Fact]
    public void A_package_holds_no_more_than_so_many_items() =>
        Given([Prepared, .. Enumerable.Range(1, AddItem.Most).Select(n => Trades with { Number = n })])
            .When(p => AddItem.Decide(p, new(Csv), Prep))
            .ThenRefused("too-many-items");

    [Fact]
    public void What_was_released_is_not_changed()
    {
        Given(Gone).When(p => AddItem.Decide(p, new(Csv), Prep)).ThenRefused("package-released");
        Given(Gone).When(p => RemoveItem.Decide(p, new(1), Prep)).ThenRefused("package-released");
        Given(Gone).When(p => RevisePackage.Decide(p, new("T", Bound, null), Prep)).ThenRefused("package-released");
        Given(Gone)
            .When(p => FilterItem.Decide(p, new(1, Hash, [], new(1000, Hash)), Prep))
            .ThenRefused("package-released");
        Given(Came).When(p => AddItem.Decide(p, new(Csv), Prep)).ThenRefused("not-the-sender");
    }

    [Fact]
    public void A_content_that_is_here_is_recorded_once() =>
        Given(Prepared, Trades).When(p => StoreContent.Decide(p, new(1, new(1000, Hash)), Prep)).Then(TradesStored);

    [Fact]
    public void Another_content_than_announced_is_refused()
    {
        Given(Prepared, Trades)
            .When(p => StoreContent.Decide(p, new(1, new(999, Hash)), Prep))
            .ThenRefused("content-differs");
        Given(Prepared, Trades with { Sha256 = OtherHash })
            .When(p => StoreContent.Decide(p, new(1, new(1000, Hash)), Prep))
            .ThenRefused("content-differs");
        Given(Prepared, Trades, TradesStored)
            .When(p => StoreContent.Decide(p, new(1, new(1000, OtherHash)), Prep))
            .ThenRefused("content-stored");
        Given(Prepared).When(p => StoreContent.Decide(p, new(1, new(1000, Hash)), Prep)).ThenRefused("item-unknown");
    }

    [Fact]
    public void A_filter_makes_a_copy_and_an_empty_one_undoes_it()
    {
        Given(Prepared, Trades, TradesStored)
            .When(p => FilterItem.Decide(p, new(1, Hash, ["trader"], new(600, CopyHash)), Prep))
            .Then(TradesFiltered);
        Given(Prepared, Trades, TradesStored, TradesFiltered)
            .When(p => FilterItem.Decide(p, new(1, Hash, [], new(1000, Hash)), Prep))
            .Then(new ItemFiltered(1, [], 1000, Hash, Steward, Noon));
    }

    [Fact]
    public void A_filter_needs_the_content_that_was_filtered()
    {
        Given(Prepared, Trades)
            .When(p => FilterItem.Decide(p, new(1, Hash, ["trader"], new(600, CopyHash)), Prep))
            .ThenRefused("content-missing");
        Given(Prepared, Trades, TradesStored)
            .When(p => FilterItem.Decide(p, new(1, OtherHash, ["trader"], new(600, CopyHash)), Prep))
            .ThenRefused("content-changed");
        Given(Prepared, Note, NoteStored)
            .When(p => FilterItem.Decide(p, new(2, OtherHash, ["page"], new(600, CopyHash)), Prep))
            .ThenRefused("not-filterable");
    }

    [Fact]
    public void Personal_fields_are_left_out_unless_they_are_given()
    {
        var item = Of(Prepared, Trades, TradesStored).Items[0];
        Assert.Equal(["trader", "venue"], FilterItem.WithheldOf(item, ["venue"], givesPersonalData: false));
        Assert.Equal(["venue"], FilterItem.WithheldOf(item, ["venue"], givesPersonalData: true));
    }

    [Fact]
    public void An_item_is_removed_once() =>
        Given(Prepared, Trades).When(p => RemoveItem.Decide(p, new(1), Prep)).Then(new ItemRemoved(1, Steward, Noon));

    [Fact]
    public void An_item_that_never_was_cannot_be_removed() =>
        Given(Prepared, Trades).When(p => RemoveItem.Decide(p, new(2), Prep)).ThenRefused("item-unknown");

    [Fact]
    public void Title_conditions_and_reason_are_replaced() =>
        Given(Prepared)
            .When(p => RevisePackage.Decide(p, new("New", Conditions.None, "To name the traders."), Prep))
            .Then(new PackageRevised("New", Conditions.None, "To name the traders.", Steward, Noon));

    [Theory]
    [InlineData("CONFIDENTIAL", true)]
    [InlineData("TLP:SECRET", true)]
    [InlineData("top secret", true)]
    [InlineData("EU-RESTRICTED", true)]
    [InlineData("RESTREINT UE/EU RESTRICTED", true)]
    [InlineData("VS-NfD", true)]
    [InlineData("UNCLASSIFIED", false)]
    [InlineData("RED", false)]
    [InlineData("H3", false)]
    [InlineData(null, false)]
    public void Classified_markings_are_known(string? marking, bool isClassified) =>
        Assert.Equal(isClassified, Markings.IsClassified(marking));
}
