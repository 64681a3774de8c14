using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CaseCoordination.Platform.Telemetry;

/// <summary>One trace per matter through HTTP, store and bus; exported by OTLP where an endpoint is configured.</summary>
internal static class TelemetryModule
{
    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        var export = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            .WithTracing(tracing =>
            {
                tracing
                    .AddSource(Sources.Name, "MassTransit", "Marten")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddNpgsql()
                    .AddProcessor(new AttributeAllowList());
                if (export)
                {
                    tracing.AddOtlpExporter();
                }
            })
            .WithMetrics(metrics =>
            {
                metrics
                    .AddMeter(Sources.Name, "MassTransit", "Marten")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation();
                if (export)
                {
                    metrics.AddOtlpExporter();
                }
            });
    }
}

/// <summary>Removes every span attribute that is not on the list: ids and states pass; names, texts, queries and statements do not.</summary>
internal sealed class AttributeAllowList : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "server.port",
        "network.protocol.version",
        "error.type",
        "db.system.name",
        "db.system",
        "db.operation.name",
        "messaging.system",
        "messaging.operation",
        "messaging.message.id",
        "messaging.masstransit.message_id",
        "messaging.masstransit.conversation_id",
        "messaging.rabbitmq.routing_key",
        "messaging.destination.name",
        "cc.letter",
        "cc.case",
        "cc.action",
        "cc.state",
        "cc.authority",
        "tenant.id",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(t => !Allowed.Contains(t.Key)).ToList())
        {
            data.SetTag(tag.Key, null);
        }
    }
}
