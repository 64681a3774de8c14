using System.Text.Json;

namespace CaseCoordination.TreatyLaw;

/// <summary>Carries a question with its facts as canonical JSON, so that a decision can be repeated.</summary>
public static class QuestionJson
{
    public static string Write(AssistanceRequest request) => Write("request", QuestionNodes.Of(request), request.Facts);

    public static string Write(Disclosure disclosure) =>
        Write("disclosure", QuestionNodes.Of(disclosure), disclosure.Facts);

    public static string Write(CoordinationStep step) => Write("action", QuestionNodes.Of(step), step.Facts);

    public static string Write(ClockQuestion question) => Write("clock", QuestionNodes.Of(question), question.Facts);

    /// <summary>Throws <see cref="LawTextException"/> with every problem found.</summary>
    public static object Read(string json, string source = "question")
    {
        try
        {
            var problems = new List<LawProblem>();
            var node = CanonicalJson.Read(json, source);
            var fields = new LawFields(node as LawMap ?? throw new JsonException("it is no object"), null, problems);
            var question = QuestionReader.Read(fields);
            fields.Done();
            return problems.Count == 0 && question is not null ? question : throw new LawTextException([.. problems]);
        }
        catch (JsonException problem)
        {
            throw new LawTextException([
                new LawProblem(new LawPlace(source, 0), null, "not a question", problem.Message),
            ]);
        }
    }

    private static string Write(string sort, LawMap question, Facts facts) =>
        CanonicalJson.Write(LawNodes.Map((sort, question), ("facts", QuestionNodes.Of(facts))));
}
