using System.Runtime.CompilerServices;
using CaseCoordination.CaseIntake.Cases.Letters;

namespace CaseCoordination.CaseIntake.Tests.Contracts;

/// <summary>What letters say, byte for byte: other authorities read it, so it changes by a new version only.</summary>
public sealed class LetterContentTests
{
    public static TheoryData<string> Kinds => [.. Letters.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_content_is_as_approved(string kind)
    {
        var approved = File.ReadAllText(Path.Combine(Here(), $"{kind}.json"));

        Assert.Equal(approved.TrimEnd('\n'), Write(kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_written_reads_the_same(string kind)
    {
        var written = Write(kind);

        Assert.Equal(written, ReadAndWrite(kind, written));
    }

    [Fact]
    public void Every_kind_has_an_approved_content() =>
        Assert.Equal(
            typeof(LetterKinds).GetFields().Select(f => (string)f.GetValue(null)!).Order(StringComparer.Ordinal),
            Letters.All.Keys.Order(StringComparer.Ordinal)
        );

    private static string Write(string kind) =>
        Letters.All[kind] switch
        {
            InvitationLetter l => LetterJson.Write(l),
            WithdrawalLetter l => LetterJson.Write(l),
            AcknowledgementLetter l => LetterJson.Write(l),
            JoiningLetter l => LetterJson.Write(l),
            DecliningLetter l => LetterJson.Write(l),
            LeavingLetter l => LetterJson.Write(l),
            RosterLetter l => LetterJson.Write(l),
            LeadOfferLetter l => LetterJson.Write(l),
            LeadAcceptanceLetter l => LetterJson.Write(l),
            LeadRefusalLetter l => LetterJson.Write(l),
            SuspensionLetter l => LetterJson.Write(l),
            ResumptionLetter l => LetterJson.Write(l),
            ClosureLetter l => LetterJson.Write(l),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not written here."),
        };

    private static string ReadAndWrite(string kind, string written) =>
        Letters.All[kind] switch
        {
            InvitationLetter => LetterJson.Write(LetterJson.Read<InvitationLetter>(written)!),
            WithdrawalLetter => LetterJson.Write(LetterJson.Read<WithdrawalLetter>(written)!),
            AcknowledgementLetter => LetterJson.Write(LetterJson.Read<AcknowledgementLetter>(written)!),
            JoiningLetter => LetterJson.Write(LetterJson.Read<JoiningLetter>(written)!),
            DecliningLetter => LetterJson.Write(LetterJson.Read<DecliningLetter>(written)!),
            LeavingLetter => LetterJson.Write(LetterJson.Read<LeavingLetter>(written)!),
            RosterLetter => LetterJson.Write(LetterJson.Read<RosterLetter>(written)!),
            LeadOfferLetter => LetterJson.Write(LetterJson.Read<LeadOfferLetter>(written)!),
            LeadAcceptanceLetter => LetterJson.Write(LetterJson.Read<LeadAcceptanceLetter>(written)!),
            LeadRefusalLetter => LetterJson.Write(LetterJson.Read<LeadRefusalLetter>(written)!),
            SuspensionLetter => LetterJson.Write(LetterJson.Read<SuspensionLetter>(written)!),
            ResumptionLetter => LetterJson.Write(LetterJson.Read<ResumptionLetter>(written)!),
            ClosureLetter => LetterJson.Write(LetterJson.Read<ClosureLetter>(written)!),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not read here."),
        };

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
