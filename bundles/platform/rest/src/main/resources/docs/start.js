// validatorUrl: nothing is sent to, or fetched from, another host
window.ui = SwaggerUIBundle({
  url: '../v1/openapi.json',
  dom_id: '#docs',
  docExpansion: 'none',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
