package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.call.JwtTokenBuilder;
import java.util.Map;
import java.util.Optional;

/** Reads the request of a call. */
final class RequestOfCall {
    private static final ObjectMapper VALUES = new ObjectMapper();

    private RequestOfCall() {}

    static Optional<HttpRequest> of(JsonNode call) {
        JsonNode http = call.path("http");
        if (http.isMissingNode()) {
            return Optional.empty();
        }
        HttpRequestBuilder request = HttpRequest.builder()
                .authority(http.path("authority").asText())
                .method(http.path("method").asText("GET"))
                .path(http.path("path").asText("/"))
                .headers(HeaderLines.ofTree(http.path("headers")).lines())
                .token(token(call.path("jwt")));
        if (http.path("version").asInt(1) == 2) {
            request.version(HttpVersion.HTTP_2);
        }
        return Optional.of(request.build());
    }

    private static Optional<JwtToken> token(JsonNode jwt) {
        if (jwt.isMissingNode()) {
            return Optional.empty();
        }
        JwtTokenBuilder token = JwtToken.builder()
                .issuer(jwt.path("issuer").asText())
                .knownKey(jwt.path("key").asText("known").equals("known"))
                .expired(jwt.path("expired").asBoolean());
        for (Map.Entry<String, JsonNode> claim : jwt.path("claims").properties()) {
            token.putClaim(claim.getKey(), VALUES.convertValue(claim.getValue(), Object.class));
        }
        return Optional.of(token.build());
    }
}
