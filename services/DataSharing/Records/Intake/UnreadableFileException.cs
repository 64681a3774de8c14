using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>Why a file cannot be read on; whatever was read of it is not kept. Streams have no other way to say so.</summary>
public sealed class UnreadableFileException(IReadOnlyList<FieldProblem> problems) : Exception(problems[0].Message)
{
    public UnreadableFileException(string code, string message, string field = "file")
        : this([new FieldProblem(field, code, message)]) { }

    public IReadOnlyList<FieldProblem> Problems => problems;
}
