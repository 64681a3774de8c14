using System.Text.Json;

namespace CaseCoordination.DevelopmentIssuer;

/// <summary>Who the token is asked for: a known account, or a person made up on the spot.</summary>
internal sealed record IssueToken(
    string? Account,
    string? Subject,
    string? Authority,
    string[]? Roles,
    string[]? Groups
)
{
    private static readonly string[] KnownRoles =
    [
        "officer",
        "approver",
        "counsel",
        "data-steward",
        "operator",
        "auditor",
        "system",
        "registrar",
    ];

    public static void Map(IEndpointRouteBuilder app, Accounts accounts, TokenWriter tokens) =>
        app.MapPost(
            "/token",
            async (HttpRequest request, TimeProvider clock) =>
            {
                if (await ClientGrant.IsAskedAsync(request))
                {
                    return await ClientGrant.AnswerAsync(request, accounts, tokens, clock.GetUtcNow());
                }

                var asked = await ReadAsync(request);
                if (asked is null)
                {
                    return Refused(
                        "body",
                        "Send a JSON object or a form with 'account', or with 'subject', 'authority', 'roles'."
                    );
                }

                var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
                var holder = asked.Holder(accounts, errors);
                return holder is null
                    ? Refused(errors)
                    : Results.Json(
                        new
                        {
                            access_token = tokens.Write(holder, clock.GetUtcNow()),
                            token_type = "Bearer",
                            expires_in = TokenWriter.LifetimeSeconds,
                        }
                    );
            }
        );

    private Account? Holder(Accounts accounts, Dictionary<string, string[]> errors)
    {
        if (Account is not null)
        {
            var found = accounts.Find(Account);
            if (found is null)
            {
                errors["account"] = [$"There is no account '{Account}'; GET /accounts lists them."];
            }

            return found;
        }

        if (string.IsNullOrWhiteSpace(Subject))
        {
            errors["subject"] = ["Name the subject, or an 'account'."];
        }

        if (string.IsNullOrWhiteSpace(Authority))
        {
            errors["authority"] = ["Name the authority's code, such as XA-SMA."];
        }

        if (Roles is not { Length: > 0 } || Roles.Except(KnownRoles, StringComparer.Ordinal).Any())
        {
            errors["roles"] = [$"Give at least one of: {string.Join(", ", KnownRoles)}."];
        }

        return errors.Count > 0 ? null : new Account(Subject!, Authority!, Roles!, Groups ?? []);
    }

    private static async Task<IssueToken?> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            return new(form["account"], form["subject"], form["authority"], Words("roles"), Words("groups"));

            string[] Words(string field) =>
                [.. form[field].SelectMany(value => (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        }

        if (!request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            return await request.ReadFromJsonAsync<IssueToken>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refused(string field, string error) =>
        Refused(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error] });

    private static IResult Refused(Dictionary<string, string[]> errors) =>
        Results.ValidationProblem(
            errors,
            title: "No token was issued.",
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "token-request-invalid" }
        );
}
