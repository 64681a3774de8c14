using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CaseCoordination.Platform.Http;

/// <summary>A body or an answer as the API's description shows it, wherever an endpoint takes or gives that type.</summary>
public sealed record Example(Type Type, object Value)
{
    public static Example Of<T>(T value)
        where T : notnull => new(typeof(T), value);
}

/// <summary>Describes the API: who may call, and by example what is taken and given.</summary>
public static class Description
{
    /// <summary>Examples of a service's bodies and answers; each is a value of its type and cannot drift from it.</summary>
    public static IServiceCollection AddExamples(this IServiceCollection services, IEnumerable<Example> examples)
    {
        foreach (var example in examples)
        {
            services.AddSingleton(example);
        }

        return services;
    }

    internal static void AddDescription(this IServiceCollection services) =>
        services
            .AddSingleton(Example.Of(new CommandResult(Guid.Parse("019cae00-0000-7000-8000-000000000001"), 3)))
            .AddOpenApi(options =>
            {
                options.AddDocumentTransformer(
                    (document, context, _) =>
                    {
                        Secure(document, context.ApplicationServices.GetRequiredService<IConfiguration>());
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        Show(operation, context);
                        return Task.CompletedTask;
                    }
                );
            });

    private static void Secure(OpenApiDocument document, IConfiguration configuration)
    {
        var issuer = configuration["Security:Issuer"] ?? "";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description =
                "An access token of the issuer, of a person or a system; its claims say authority, roles and groups.",
        };
        List<string> schemes = ["bearer"];
        if (Uri.TryCreate($"{issuer}/token", UriKind.Absolute, out var token))
        {
            document.Components.SecuritySchemes["client-credentials"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "For agencies' systems.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = token,
                        Scopes = new Dictionary<string, string>(StringComparer.Ordinal),
                    },
                },
            };
            schemes.Add("client-credentials");
        }

        document.Security =
        [
            .. schemes.Select(s => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(s, document)] = [],
            }),
        ];
    }

    private static void Show(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var services = context.ApplicationServices;
        var examples = services.GetServices<Example>().ToDictionary(e => e.Type, e => e.Value);
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAcceptsMetadata>().LastOrDefault()?.RequestType is { } body)
        {
            Put(operation.RequestBody?.Content, body);
        }

        foreach (var answer in metadata.OfType<IProducesResponseTypeMetadata>().Where(m => m.Type is not null))
        {
            var status = answer.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (operation.Responses?.TryGetValue(status, out var response) == true)
            {
                Put(response.Content, answer.Type!);
            }
        }

        void Put(IDictionary<string, OpenApiMediaType>? content, Type type)
        {
            if (
                content?.TryGetValue("application/json", out var media) == true
                && examples.TryGetValue(type, out var value)
            )
            {
                media.Example = JsonSerializer.SerializeToNode(value, type, json);
            }
        }
    }
}
