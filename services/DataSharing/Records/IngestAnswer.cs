using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.DataSharing.Records.Intake;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Records;

/// <summary>What became of a file: the batch, how many rows were read, kept and rejected, every problem counted, the first of them named.</summary>
public sealed record IngestAnswer(
    Guid Id,
    long Version,
    long Read,
    long Kept,
    long Rejected,
    IReadOnlyList<CodeCount> Codes,
    IReadOnlyList<RowProblem> Errors
)
{
    internal static IngestAnswer Of(Guid id, long version, Tally tally) =>
        new(id, version, tally.Read, tally.Kept, tally.Rejected, tally.Codes, tally.Problems);

    /// <summary>Rows that are not right.</summary>
    internal static IResult Refused(Refusal refusal, Tally tally)
    {
        var answer = Problems.Of(422, refusal.Code, refusal.Message);
        var told = answer.ProblemDetails.Extensions;
        told["read"] = tally.Read;
        told["kept"] = 0;
        told["rejected"] = tally.Rejected;
        told["codes"] = tally.Codes;
        told["errors"] = tally.Problems;
        return answer;
    }

    /// <summary>A file that cannot be read as a whole.</summary>
    internal static IResult Unreadable(UnreadableFileException fault)
    {
        var first = fault.Problems[0];
        var answer = Problems.Of(422, first.Code, $"{first.Message} Nothing was stored.");
        answer.ProblemDetails.Extensions["errors"] = fault.Problems;
        return answer;
    }
}
