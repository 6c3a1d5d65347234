package io.eastwest.render.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.HelmRelease;
import io.eastwest.render.forecast.IstiodValues;
import java.util.List;

/** What the charts say to their values, and what they pass over in silence. */
final class HelmChecks {
    private static final String NETWORK = "topology.istio.io/network";

    private HelmChecks() {}

    static void check(HelmRelease release, LintReport report) {
        String subject = "release " + release.name();
        if (release.chart() == HelmChart.istiod) {
            istiod(release, subject, report);
        } else if (release.chart() == HelmChart.gateway) {
            gateway(release.values(), subject, report);
        }
    }

    private static void istiod(HelmRelease release, String subject, LintReport report) {
        JsonNode values = release.values();
        IstiodValues counted = IstiodValues.of(release);
        if (!counted.profile().isEmpty() && !KnownNames.PROFILES.contains(counted.profile())) {
            report.error(
                    LintCode.PROFILE_UNKNOWN,
                    subject,
                    "profile",
                    "profile " + IssueText.quote(counted.profile()) + " has no file",
                    "the chart cannot be rendered",
                    "use one of " + KnownNames.PROFILES);
            return;
        }
        unknown(subject, "", values, KnownNames.ISTIOD_CHART, counted, report);
        JsonNode global = values.path("global");
        unknown(subject, "global.", global, KnownNames.ISTIOD_CHART_GLOBAL, counted, report);
        unknown(
                subject,
                "global.multiCluster.",
                global.path("multiCluster"),
                KnownNames.MULTI_CLUSTER,
                counted,
                report);
        if (counted.isRemote() && values.path("pilot").path("configMap").asBoolean()) {
            report.info(
                    LintCode.LEGACY_VALUE_WINS,
                    subject,
                    "pilot.configMap",
                    "beats configMap: false of profile remote",
                    "ConfigMap istio" + (counted.revision().isEmpty() ? "" : "-" + counted.revision())
                            + " is made with trust domain " + IssueText.quote(trustDomain(values)),
                    "nothing to do if the primary shall read the trust domain there");
        }
    }

    private static String trustDomain(JsonNode values) {
        return values.path("meshConfig").path("trustDomain").asText("cluster.local");
    }

    private static void unknown(
            String subject, String path, JsonNode values, List<String> known, IstiodValues counted, LintReport report) {
        values.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                report.error(
                        LintCode.VALUE_UNKNOWN,
                        subject,
                        path + name,
                        "is no value of the chart",
                        "it is passed over in silence and " + Identity.of(counted),
                        "write it where it belongs");
            }
        });
    }

    private static void gateway(JsonNode values, String subject, LintReport report) {
        values.fieldNames().forEachRemaining(name -> {
            if (!KnownNames.GATEWAY_CHART.contains(name)) {
                refused(subject, name, "is no value of the chart", report);
            }
        });
        values.path("networkGatewayPorts").properties().forEach(port -> {
            if (!port.getValue().isObject()) {
                refused(subject, "networkGatewayPorts." + port.getKey(), "must be an object", report);
            }
        });
        boolean network = !values.path("networkGateway").asText("").isEmpty();
        if (network && values.path("service").has("ports")) {
            report.warning(
                    LintCode.GATEWAY_PORTS_IGNORED,
                    subject,
                    "service.ports",
                    "is not read beside networkGateway",
                    "the Service has the ports 15021, 15443, 15012 and 15017 of every network gateway",
                    "use networkGatewayPorts");
        }
        if (!network && values.path("labels").has(NETWORK)) {
            report.error(
                    LintCode.GATEWAY_WITHOUT_NETWORK,
                    subject,
                    "labels",
                    "has " + NETWORK + " without networkGateway",
                    "the Service has no port 15443 and other networks cannot come in",
                    "set networkGateway instead");
        }
    }

    private static void refused(String subject, String path, String message, LintReport report) {
        report.error(
                LintCode.VALUE_REFUSED,
                subject,
                path,
                message,
                "the chart refuses all values and makes nothing",
                "leave it out");
    }
}
