package io.eastwest.render.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The Chromium of this machine, without a window. */
final class ReportBrowser implements AutoCloseable {
    private static final String CHROMIUM = "/usr/bin/chromium";
    private static final String DRIVER = "/usr/bin/chromedriver";

    private final ChromeDriver driver;

    private ReportBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a browser with an empty profile, or skips the test where there is none. */
    static ReportBrowser start(Path profile) {
        assumeTrue(
                Files.isExecutable(Path.of(CHROMIUM)) && Files.isExecutable(Path.of(DRIVER)),
                "chromium is not installed");
        Map<String, String> logs = Map.of(LogType.BROWSER, "ALL", LogType.PERFORMANCE, "ALL");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,900",
                "--user-data-dir=" + profile.toAbsolutePath());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER))
                .build();
        return new ReportBrowser(new ChromeDriver(service, options));
    }

    /** Opens a page from its beginning and forgets what was logged before. */
    void open(Path page) {
        driver.get("about:blank");
        console();
        requests();
        driver.get(page.toUri().toString());
    }

    /** {@return what the browser has said since it was last asked, such as errors of scripts and refused requests} */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** {@return the addresses that the browser has asked for since it was last asked} */
    List<String> requests() {
        ObjectMapper json = new ObjectMapper();
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                JsonNode message = json.readTree(entry.getMessage()).path("message");
                if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                    urls.add(message.at("/params/request/url").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return urls;
    }

    /** Asks for the page in light or dark colours. */
    void prefers(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** {@return what a command of the developer tools answers} */
    Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        Arrays.stream(keys).forEach(key -> focused().sendKeys(key));
    }

    /** Presses a key while another is held. */
    void chord(Keys held, CharSequence key) {
        focused().sendKeys(Keys.chord(held, key));
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** {@return the texts of elements that are shown} */
    List<String> shown(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    /** {@return what a script answers} */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** {@return what a script gives to the function that is its last argument} */
    Object await(String script) {
        return driver.executeAsyncScript(script);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
