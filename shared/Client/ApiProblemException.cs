namespace CaseCoordination.Client;

/// <summary>One wrong input: the field as a JSON path, a stable code, and what would be right.</summary>
public sealed record ApiFieldProblem(string Field, string Code, string Message);

/// <summary>The service refused: a stable code to branch on, and for wrong input every field.</summary>
public sealed class ApiProblemException : Exception
{
    public ApiProblemException(int status, string code, string? detail, IReadOnlyList<ApiFieldProblem>? errors)
        : base(detail is null ? code : $"{code}: {detail}")
    {
        (Status, Code, Errors) = (status, code, errors ?? []);
    }

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    public string Code { get; }

    public IReadOnlyList<ApiFieldProblem> Errors { get; }

    /// <summary>The field that the problem is about, if it is about one.</summary>
    public string? Field => Errors.Count > 0 ? Errors[0].Field : null;
}
