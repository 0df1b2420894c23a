package dev.kontor.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;

/** Problems met before a resource is reached: no such path, no such method. */
@Component(service = ExceptionMapper.class)
@JakartarsExtension
public class UnexpectedProblem implements ExceptionMapper<Throwable> {

    private final Problems problems;

    @Context
    HttpServletRequest request;

    @Activate
    public UnexpectedProblem(@Reference Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable failure) {
        return problems.of(failure, Optional.ofNullable(request).flatMap(Language::asked).orElse(Locale.ENGLISH));
    }
}
