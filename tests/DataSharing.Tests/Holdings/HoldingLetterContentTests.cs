using System.Runtime.CompilerServices;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using static CaseCoordination.DataSharing.Tests.Holdings.ItemSamples;
using static CaseCoordination.DataSharing.Tests.Samples;
using Told = CaseCoordination.DataSharing.Holdings.Letters.Told;

namespace CaseCoordination.DataSharing.Tests.Holdings;

/// <summary>What letters about items say, byte for byte: other authorities read it, so it changes by a new version only.</summary>
public sealed class HoldingLetterContentTests
{
    private static readonly Dictionary<string, (string Written, Func<string, string?> Again)> All = new(
        StringComparer.Ordinal
    )
    {
        [LetterKinds.ConsentRequest] = Content(Told.Ask(Question(act: ToThird))),
        [LetterKinds.UseNotice] = Content(Told.Ask(Question(Modes.Objection, Within))),
        [LetterKinds.ConsentAnswer] = Content(
            new ConsentAnswerLetter
            {
                Originator = Maker,
                Granted = true,
                Reason = "So.",
                Terms = "Not in court.",
                Until = new DateOnly(2026, 12, 31),
            }
        ),
        [LetterKinds.Objection] = Content(
            new ObjectionLetter
            {
                Originator = Maker,
                Objects = true,
                Reason = "It would harm an investigation.",
            }
        ),
        [LetterKinds.Recall] = Content(
            new RecallLetter
            {
                Notice = Notice,
                Originator = Maker,
                Reason = "Sent by mistake.",
            }
        ),
        [LetterKinds.Correction] = Content(
            new CorrectionLetter
            {
                Notice = Notice,
                Originator = Maker,
                Text = "The second account is another's.",
                ReplacedBy = Second,
            }
        ),
        [LetterKinds.Receipt] = Content(
            new ReceiptLetter
            {
                Number = 2,
                Confirmed = [Notice],
                Onward = [new(Third, Holder, [Notice], [Notice], [], Hash, Noon)],
            }
        ),
        [LetterKinds.DeletionCertificate] = Content(
            new DeletionCertificateLetter
            {
                Sha256 = Hash,
                Cause = "recall",
                DeletedAt = Noon,
                StillHeldBy = [Third],
            }
        ),
    };

    public static TheoryData<string> Kinds => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_content_is_as_approved(string kind)
    {
        var approved = File.ReadAllText(Path.Combine(Here(), "..", "Contracts", $"{kind}.json"));

        Assert.Equal(approved.TrimEnd('\n'), All[kind].Written);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_written_reads_the_same(string kind) =>
        Assert.Equal(All[kind].Written, All[kind].Again(All[kind].Written));

    [Fact]
    public void Every_kind_has_an_approved_content() =>
        Assert.Equal(
            typeof(LetterKinds).GetFields().Select(f => (string)f.GetValue(null)!).Order(StringComparer.Ordinal),
            All.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_letter_with_gaps_or_unknown_words_is_not_read()
    {
        Assert.All(
            (string[])["\"mode\":\"consent\"", "\"kind\":\"disclosure\""],
            known =>
                Assert.Null(
                    LetterJson.Read<AskLetter>(
                        All[LetterKinds.ConsentRequest]
                            .Written.Replace(known, known.Split(':')[0] + ":\"other\"", StringComparison.Ordinal)
                    )
                )
        );
        Assert.Null(LetterJson.Read<ReceiptLetter>("""{"version":1,"number":1,"confirmed":[],"onward":[null]}"""));
        Assert.Null(
            LetterJson.Read<AskLetter>(
                All[LetterKinds.ConsentRequest].Written.Replace("[\"MSA-FMA\"]", "[null]", StringComparison.Ordinal)
            )
        );
    }

    private static (string, Func<string, string?>) Content<T>(T content)
        where T : LetterContent =>
        (LetterJson.Write(content), written => LetterJson.Read<T>(written) is { } read ? LetterJson.Write(read) : null);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
