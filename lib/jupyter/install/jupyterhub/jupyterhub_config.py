"""JupyterHub for a class, see README.md beside this file: jupyterhub -f jupyterhub_config.py"""

import os

c = get_config()  # noqa: F821 -- JupyterHub provides it

course = "/opt/attention"

# Each learner's server at a host name of its own, such as minji.hub.example.org. Without it all have one origin: a page
# of one learner, opened by another, could do there whatever that other may. Needs a name and a certificate for
# *.hub.example.org; HUB_HOST=https://hub.example.org says it.
c.JupyterHub.subdomain_host = os.environ.get("HUB_HOST", "")

# Behind a web server with a certificate; never open this port itself to the network.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.db_url = "sqlite:////var/lib/jupyterhub/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = "/var/lib/jupyterhub/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = "/var/lib/jupyterhub/proxy.pid"
c.ConfigurableHTTPProxy.command = ["env", "NODE_PATH=/usr/share/nodejs", "configurable-http-proxy"]

# Accounts of this machine that are in the group "learners" (PAM checks their passwords).
c.JupyterHub.authenticator_class = "pam"
c.LocalAuthenticator.allowed_groups = {"learners"}
c.PAMAuthenticator.open_sessions = False

# Each server runs as its learner. The program makes the learner's copy and then starts Jupyter.
c.Spawner.cmd = [f"{course}/lib/jupyter/install/jupyterhub/start_learner.sh"]
c.Spawner.notebook_dir = "~/attention"
c.Spawner.default_url = "/tree/notebooks"
c.Spawner.environment = {"DENO_DIR": f"{course}/.cache/deno"}
c.Spawner.http_timeout = 60
